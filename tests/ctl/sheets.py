# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a workbook as a spreadsheet does: sheets, and cells with what they hold and what computes them."""

import re
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import namedtuple

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Cell = namedtuple("Cell", "value formula")


def text_of(node):
    return "".join(part.text or "" for part in node.iter(MAIN + "t"))


def split(name):
    """The column and row of “B3”, from 0."""
    letters, digits = re.fullmatch(r"\$?([A-Z]+)\$?(\d+)", name).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1, int(digits) - 1


class Workbook:
    def __init__(self, path):
        with zipfile.ZipFile(path) as file:
            assert file.testzip() is None
            self.parts = {name: file.read(name) for name in file.namelist()}
            self.dates = {info.date_time for info in file.infolist()}
        self.strings = []
        if "xl/sharedStrings.xml" in self.parts:
            self.strings = [text_of(node) for node in self.tree("xl/sharedStrings.xml").findall(MAIN + "si")]
        links = {node.get("Id"): node.get("Target") for node in self.tree("xl/_rels/workbook.xml.rels")}
        self.roots, self.sheets = {}, {}
        for node in self.tree("xl/workbook.xml").find(MAIN + "sheets"):
            root = self.tree("xl/" + links[node.get(LINK)])
            self.roots[node.get("name")] = root
            self.sheets[node.get("name")] = {split(cell.get("r")): self.read(cell) for cell in root.iter(MAIN + "c")}

    def tree(self, part):
        return ElementTree.fromstring(self.parts[part])

    def read(self, cell):
        formula, value, kind = cell.find(MAIN + "f"), cell.find(MAIN + "v"), cell.get("t", "n")
        found = None
        if kind == "s":
            found = self.strings[int(value.text)]
        elif kind == "inlineStr":
            found = text_of(cell)
        elif value is not None:
            found = float(value.text) if kind == "n" else value.text
        return Cell(found, None if formula is None else formula.text)

    def rows(self, sheet, head=0):
        """The rows below @head, each as a dictionary by head."""
        cells = self.sheets[sheet]
        heads = {column: cell.value for (column, row), cell in cells.items() if row == head}
        last = max(row for column, row in cells)
        return [{name: cells[column, row].value if (column, row) in cells else None for column, name in heads.items()}
                for row in range(head + 1, last + 1)]

    def value(self, sheet, name):
        cell = self.sheets[sheet].get(split(name))
        return 0.0 if cell is None or cell.value is None else cell.value

    def area(self, sheet, first, last):
        (left, top), (right, bottom) = split(first), split(last)
        return [self.sheets[sheet].get((column, row), Cell(None, None)).value
                for row in range(top, bottom + 1) for column in range(left, right + 1)]

    def compute(self, sheet, formula):
        """What a formula gives that is made of the few functions that the program writes."""
        def other(match):
            return f"value({match[1]!r},{match[2]!r})"

        def area(match):
            return f"area({sheet!r},{match[1]!r},{match[2]!r})"

        text = formula.lstrip("=")
        kept = []

        def keep(piece):
            kept.append(piece)
            return f"\x00{len(kept) - 1}\x00"

        text = re.sub(r'"[^"]*"', lambda match: keep(repr(match[0][1:-1])), text)
        text = re.sub(r"'([^']+)'!([A-Z]+\d+)", lambda match: keep(other(match)), text)
        text = re.sub(r"([A-Z]+\d+):([A-Z]+\d+)", lambda match: keep(area(match)), text)
        text = re.sub(r"\b([A-Z]{1,3}\d+)\b", lambda match: keep(f"value({sheet!r},{match[1]!r})"), text)
        text = re.sub("\x00(\\d+)\x00", lambda match: kept[int(match[1])], text)

        def half_up(number, digits):
            scale = 10 ** digits
            return int(abs(number) * scale + 0.5 + 1e-9) / scale * (1 if number >= 0 else -1)

        def sum_if(where, rule, what):
            limit = float(rule.lstrip("<>="))
            takes = (lambda one: one >= limit) if rule.startswith(">=") else (lambda one: one < limit)
            return sum(amount for one, amount in zip(where, what) if takes(one))

        known = {"value": self.value, "area": self.area, "SUM": lambda cells: sum(cell or 0 for cell in cells),
                 "ROUND": half_up, "INT": lambda number: number // 1, "SUMIF": sum_if}
        return eval(text, {"__builtins__": {}}, known)
