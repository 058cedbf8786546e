# SPDX-License-Identifier: GPL-3.0-or-later
"""embed.py FILE NAME OUTPUT: the text of FILE as a C string constant NAME in the header OUTPUT."""
import json
import sys

source, name, output = sys.argv[1:4]
with open(source, encoding="utf-8") as lines, open(output, "w", encoding="utf-8") as header:
    header.write("/* Made from the interface file by embed.py. */\n#pragma once\n\n")
    header.write(f"#define {name} \\\n")
    for line in lines:
        header.write(f"  {json.dumps(line, ensure_ascii=False)} \\\n")
    header.write('  ""\n')
