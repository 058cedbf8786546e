// SPDX-License-Identifier: GPL-3.0-or-later

// A Varlink client that none of us wrote: Go's library. It asks a service about itself, reads the
// descriptions with the library's own parser, and calls a method with “more”.
//
//	varlink-go SOCKET INTERFACE [METHOD N]
//
// METHOD is called with “more” until N replies have come, or the last one.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/varlink/go/varlink"
	"github.com/varlink/go/varlink/idl"
)

func fail(format string, args ...interface{}) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
	os.Exit(1)
}

// describe gets a description and parses it; the names of its methods.
func describe(ctx context.Context, c *varlink.Connection, name string) []string {
	text, err := c.GetInterfaceDescription(ctx, name)
	if err != nil {
		fail("GetInterfaceDescription %s: %v", name, err)
	}
	parsed, err := idl.New(text)
	if err != nil {
		fail("the description of %s: %v", name, err)
	}
	if parsed.Name != name {
		fail("the description of %s is of %s", name, parsed.Name)
	}
	methods := []string{}
	for _, method := range parsed.Methods {
		methods = append(methods, method.Name)
	}
	fmt.Printf("%s: %d types, %d errors, methods %v\n", name, len(parsed.Aliases),
		len(parsed.Errors), methods)
	return methods
}

func askAboutItself(ctx context.Context, c *varlink.Connection, wanted string) {
	var vendor, product, version, url string
	var interfaces []string
	found := false

	if err := c.GetInfo(ctx, &vendor, &product, &version, &url, &interfaces); err != nil {
		fail("GetInfo: %v", err)
	}
	if vendor == "" || product == "" || version == "" {
		fail("GetInfo leaves something out: %q %q %q", vendor, product, version)
	}
	fmt.Printf("%s, %s %s, %s\n", vendor, product, version, url)
	for _, name := range interfaces {
		describe(ctx, c, name)
		found = found || name == wanted
	}
	if !found {
		fail("GetInfo does not name %s: %v", wanted, interfaces)
	}
}

func expectErrors(ctx context.Context, c *varlink.Connection, name string) {
	var unknown *varlink.MethodNotFound
	var missing *varlink.InterfaceNotFound
	var invalid *varlink.InvalidParameter

	if err := c.Call(ctx, name+".NoSuchMethod", nil, nil); !errors.As(err, &unknown) {
		fail("an unknown method: %v", err)
	}
	if err := c.Call(ctx, "org.example.nowhere.Method", nil, nil); !errors.As(err, &missing) ||
		missing.Interface != "org.example.nowhere" {
		fail("an unknown interface: %v", err)
	}
	parameters := map[string]int{"surprise": 1}
	err := c.Call(ctx, "org.varlink.service.GetInfo", parameters, nil)
	if !errors.As(err, &invalid) || invalid.Parameter != "surprise" {
		fail("an unknown parameter: %v", err)
	}
}

// oneway sends calls that get no answer; what is answered next is the call behind them.
func oneway(ctx context.Context, c *varlink.Connection) {
	for i := 0; i < 3; i++ {
		if _, err := c.Send(ctx, "org.varlink.service.GetInfo", nil, varlink.Oneway); err != nil {
			fail("oneway: %v", err)
		}
	}
	if _, err := c.GetInterfaceDescription(ctx, "org.varlink.service"); err != nil {
		fail("after oneway: %v", err)
	}
}

func watch(ctx context.Context, c *varlink.Connection, method string, n int) {
	receive, err := c.Send(ctx, method, nil, varlink.More)
	if err != nil {
		fail("%s: %v", method, err)
	}
	fmt.Println("watching")
	for i := 0; i < n; i++ {
		var reply json.RawMessage

		flags, err := receive(ctx, &reply)
		if err != nil {
			fail("%s: %v", method, err)
		}
		fmt.Printf("%s\n", reply)
		if flags&varlink.Continues == 0 {
			return
		}
	}
}

func main() {
	if len(os.Args) != 3 && len(os.Args) != 5 {
		fail("usage: varlink-go SOCKET INTERFACE [METHOD N]")
	}
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	c, err := varlink.NewConnection(ctx, "unix:"+os.Args[1])
	if err != nil {
		fail("%v", err)
	}
	defer c.Close()

	askAboutItself(ctx, c, os.Args[2])
	expectErrors(ctx, c, os.Args[2])
	oneway(ctx, c)
	if len(os.Args) == 5 {
		n, err := strconv.Atoi(os.Args[4])
		if err != nil {
			fail("%v", err)
		}
		watch(ctx, c, os.Args[3], n)
	}
	fmt.Println("all is well")
}
