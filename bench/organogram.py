#!/usr/bin/env python3
"""Writes a published organogram as a rolecall description.

usage: organogram.py data/mod-2011.csv > mod.toml
"""
import csv
import json
import sys

rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8")))
posts = {row["post"] for row in rows}
seen = {}
print('rolecall = 1\n\n[company]\nname = "Ministry of Defence (2011)"\nas_of = 2011-09-30\ncomplete = false\n')
for row in rows:
    again = seen[row["post"]] = seen.get(row["post"], 0) + 1
    post = row["post"] if again == 1 else f'{row["post"]}-{again}'
    print(f"[[position]]\nid = {json.dumps(post)}")
    print(f'title = {json.dumps(row["job_title"] or "No title", ensure_ascii=False)}')
    if row["name"] == "N/D":
        print('state = "undisclosed"')
    elif row["name"] != "Vacant":
        print(f'holder = {json.dumps(row["name"], ensure_ascii=False)}')
    if row["grade"]:
        print(f'grade = {json.dumps(row["grade"])}')
    if row["reports_to"] in posts and row["reports_to"] != row["post"]:
        print(f'reports_to = {json.dumps(row["reports_to"])}')
    print()
