#!/usr/bin/env python3
"""Writes a made-up company of a wished size as a rolecall description.

usage: make_org.py PEOPLE [--duties N] [--span N] [--shape tree|star|chain] [--seed N] > company.toml

The same arguments give the same file. Names are made from syllables; no real person is meant.
"""
import argparse
import random

parser = argparse.ArgumentParser()
parser.add_argument("people", type=int)
parser.add_argument("--duties", type=int, default=0, help="duties of the company's own, each with a holder")
parser.add_argument("--span", type=int, default=7)
parser.add_argument("--shape", choices=["tree", "star", "chain"], default="tree")
parser.add_argument("--seed", type=int, default=1)
args = parser.parse_args()

rng = random.Random(args.seed)
FIRST = ["Ada", "Ines", "Marek", "Grace", "Omar", "Yuki", "Lars", "Nadia", "Kofi", "Priya", "Tomasz", "Elena",
         "Zoë", "Björn", "Chloé", "Rajesh", "Siti", "Jorge", "Mei Ling", "Aleksander"]
LAST = ["Okafor", "Lindqvist", "Park", "Dvořák", "Haddad", "Tanaka", "Nyberg", "Benali", "Mensah", "Raman",
        "Zieliński", "Petrova", "Castellanos", "Fontaine", "Achterberg", "Wrona", "de Vries", "O'Brien"]
WORK = ["Engineering", "IT Operations", "Data", "Platform", "Service Desk", "Security", "Research", "Applications",
        "Networks", "Payments", "Mobile", "Quality", "Architecture", "Reliability"]
LEVEL = ["Director of {}", "Head of {}", "Manager, {}", "Lead, {}", "{} Engineer", "{} Analyst"]

print('rolecall = 1\n\n[company]\nname = "Made-up Company"\nas_of = 2026-11-01\n')
for d in range(args.duties):
    print(f'[[duty]]\nid = "duty-{d}"\ntitle = "Duty number {d}"\nowner = "{"CIO" if d % 2 else "CTO"}"\nfocus = "both"\n')

top = ["Chief Executive Officer", "Chief Information Officer", "Chief Technology Officer"]
depth = [0] * args.people
for i in range(args.people):
    if args.shape == "star":
        boss = 0
    elif args.shape == "chain":
        boss = i - 1
    else:
        boss = 0 if i < 3 else 1 + (i - 3) // args.span
    depth[i] = 0 if i == 0 else depth[boss] + 1
    if i < 3:
        title = top[i]
    else:
        title = LEVEL[min(max(depth[i] - 2, 0), len(LEVEL) - 1)].format(rng.choice(WORK))
    print(f'[[position]]\nid = "p{i}"\ntitle = "{title}"\nholder = "{rng.choice(FIRST)} {rng.choice(LAST)} {i}"')
    if i > 0:
        print(f'reports_to = "p{boss}"')
    if i > 3 and rng.random() < 0.02 and args.shape == "tree":
        print(f'dotted_to = "p{rng.randrange(1, i)}"')
    if i == 1:
        print('accountable = ["@CIO", "@shared", "@contested"]')
    if i == 2:
        print('accountable = ["@CTO"]')
    if args.duties and 3 <= i:
        mine = range(i - 3, args.duties, max(args.people - 3, 1))
        if len(mine):
            print("responsible = [" + ", ".join(f'"duty-{d}"' for d in mine) + "]")
    print()
