/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-service.h"

#include "aufait-varlink-call-private.h"

struct _AufaitVarlinkService {
  AufaitVarlinkRegistry *registry;
  char *vendor;
  char *product;
  char *version;
  char *url;
};

/* The interface as UAPI.20 defines it. */
static const char description[] =
    "# What every service tells about itself, and the errors that any method may answer with.\n"
    "interface org.varlink.service\n"
    "\n"
    "# Who made the service, and which interfaces it offers, this one included.\n"
    "method GetInfo() -> (\n"
    "  vendor: string,\n"
    "  product: string,\n"
    "  version: string,\n"
    "  url: string,\n"
    "  interfaces: []string\n"
    ")\n"
    "\n"
    "# The interface file of one of them.\n"
    "method GetInterfaceDescription(interface: string) -> (description: string)\n"
    "\n"
    "# The service does not offer this interface.\n"
    "error InterfaceNotFound (interface: string)\n"
    "\n"
    "# The interface has no such method.\n"
    "error MethodNotFound (method: string)\n"
    "\n"
    "# The interface has the method, the service does not.\n"
    "error MethodNotImplemented (method: string)\n"
    "\n"
    "# A parameter is missing, unknown, of the wrong type, or has a value that cannot be.\n"
    "error InvalidParameter (parameter: string)\n"
    "\n"
    "# The caller may not do this.\n"
    "error PermissionDenied ()\n"
    "\n"
    "# The method has to be called with \"more\".\n"
    "error ExpectedMore ()\n"
    "\n"
    "# The method has to be called with \"upgrade\".\n"
    "error ExpectedUpgrade ()\n";

static void
handle_get_info (AufaitVarlinkCall *call, const void *parameters, gpointer user_data)
{
  AufaitVarlinkService *self = user_data;
  JsonObject *reply = json_object_new ();

  json_object_set_string_member (reply, "vendor", self->vendor);
  json_object_set_string_member (reply, "product", self->product);
  json_object_set_string_member (reply, "version", self->version);
  json_object_set_string_member (reply, "url", self->url);
  json_object_set_array_member (reply, "interfaces",
                                aufait_varlink_registry_dup_names (self->registry));
  aufait_varlink_call_reply (call, reply);
}

typedef struct {
  const char *interface;
} GetInterfaceDescription;

static const AufaitVarlinkParameter get_interface_description_parameters[] = {
  { "interface", AUFAIT_VARLINK_STRING, offsetof (GetInterfaceDescription, interface), TRUE },
  { NULL },
};

static void
handle_get_interface_description (AufaitVarlinkCall *call,
                                  const void *parameters,
                                  gpointer user_data)
{
  AufaitVarlinkService *self = user_data;
  const GetInterfaceDescription *wanted = parameters;
  const AufaitVarlinkInterface *interface;
  JsonObject *reply;

  interface = aufait_varlink_registry_find (self->registry, wanted->interface, NULL);
  if (interface == NULL) {
    aufait_varlink_call_reply_interface_not_found (call, wanted->interface);
    return;
  }
  reply = json_object_new ();
  json_object_set_string_member (reply, "description", interface->description);
  aufait_varlink_call_reply (call, reply);
}

static const AufaitVarlinkMethod methods[] = {
  { "GetInfo", handle_get_info },
  { "GetInterfaceDescription", handle_get_interface_description, FALSE,
    sizeof (GetInterfaceDescription), get_interface_description_parameters },
  { NULL },
};

static const AufaitVarlinkInterface service_interface = {
  "org.varlink.service",
  description,
  methods,
};

AufaitVarlinkService *
aufait_varlink_service_new (AufaitVarlinkRegistry *registry,
                            const char *vendor,
                            const char *product,
                            const char *version,
                            const char *url)
{
  AufaitVarlinkService *service = g_new0 (AufaitVarlinkService, 1);

  service->registry = registry;
  service->vendor = g_strdup (vendor);
  service->product = g_strdup (product);
  service->version = g_strdup (version);
  service->url = g_strdup (url);
  aufait_varlink_registry_add (registry, &service_interface, service);
  return service;
}

void
aufait_varlink_service_free (AufaitVarlinkService *service)
{
  g_free (service->vendor);
  g_free (service->product);
  g_free (service->version);
  g_free (service->url);
  g_free (service);
}
