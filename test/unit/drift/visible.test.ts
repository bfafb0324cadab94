import { aimOf } from "../../../provider/drift/issue/aim";
import { reportModel, type DriftReport } from "../../../provider/drift/model";
import { forms, printers } from "../../../provider/drift/printing";
import { visible } from "../../../provider/drift/printing/visible";
import { saidOnOneLine } from "../../../provider/drift/program/said";
import { findings, report } from "./report";

/** An escape sequence, C0, DEL, C1, marks of the writing direction, and line breaks that forge a line. */
const acting = [
  "\u001b[31m",
  "\u0007",
  "\u007f",
  "\u009b2J",
  "\u202e",
  "\u2066",
  "\u200f",
  "\u061c",
  "\u2028",
  "\nIn sync\r",
].join("");

/** Each text of the report that comes from the platform, the program or a person ends with all of it. */
const trouble = (part: unknown, key = ""): unknown =>
  typeof part === "string"
    ? ["type", "change", "plain", "refreshed", "way", "verdict", "lookedAt", "lastModified", "since"].includes(key)
      ? part
      : `${part}${acting}`
    : Array.isArray(part)
      ? part.map((it) => trouble(it, key === "failOn" ? "type" : key))
      : typeof part === "object" && part !== null
        ? Object.fromEntries(Object.entries(part).map(([name, inside]) => [name, trouble(inside, name)]))
        : part;

const hostile = trouble(
  report({
    findings: findings.map((it) => ({ ...it, details: ["a detail"] })),
    notLookedAt: [{ kind: "Bucket", count: 1, urns: ["urn:a"], why: "HC2500 The server failed" }],
    ignored: [
      { rule: "a rule", reason: "a reason", expires: "2027-01-01", findings: 1 },
      { rule: "another rule", reason: "a reason", expires: "2027-01-01", findings: 0 },
    ],
    repair: {
      way: "accept",
      done: true,
      failed: "It failed",
      resources: [{ urn: "urn:a", kind: "Bucket", name: "roads", found: ["It is gone"], inOrder: false }],
      leftAlone: [{ says: "Somebody may", why: "Nobody declared it." }],
      values: [{ urn: "urn:a", kind: "Bucket", name: "roads", value: "x", says: "Set it." }],
    },
    partial: { kinds: ["Bucket"], targets: [] },
  }),
) as DriftReport;

const remaining = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

it.each(forms)("%s has nothing that acts on a terminal or a page", (form) => {
  const told = printers[form](hostile);
  expect(told).not.toMatch(remaining);
  expect(told.split("\n")).not.toContainEqual(expect.stringMatching(/^\s*In sync/));
});

it("an issue has nothing that acts, neither in its title nor in its text", () => {
  const wanted = aimOf(hostile);
  expect(wanted).toMatchObject({ aim: "tell", title: expect.stringContaining("\\u001b[31m") as unknown });
  expect(JSON.stringify(wanted).replaceAll("\\n", "")).not.toMatch(remaining);
});

it("shows what was there, once escaped, and JSON keeps it", () => {
  expect(visible("a\u001b\u202e\n")).toBe("a\\u001b\\u202e\\n");
  expect(printers.text(hostile)).toContain('actual    "Länder | <b>\\"Amt\\"</b> & `mehr`\\n2. Zeile\\u001b[31m');
  expect(JSON.parse(printers.json(hostile))).toEqual(hostile);
  expect(reportModel.shape.findings.parse(hostile.findings)).toEqual(hostile.findings);
});

it.each([
  [
    "an exception with colours and a trace",
    "Running program '/p/index.js' failed with an unhandled exception:\nError: hello\n    at Object.<anonymous> (/p/index.js:1:7)\n\u001b[90m    at Module._compile (node:internal/modules/cjs/loader:1554:14)\u001b[39m {\n  code: \u001b[32m'X'\u001b[39m\n}\n",
    "Running program '/p/index.js' failed with an unhandled exception: Error: hello",
  ],
  [
    "a module that is not there",
    "\u001b[31merror: \u001b[0mError: Cannot find module './x'\nRequire stack:\n- /p/index.js\n    at f (node:internal)",
    "Error: Cannot find module './x'",
  ],
  ["a trace alone", "    at f (node:internal)", "at f (node:internal)"],
])("says in one sentence what Pulumi said of %s", (_what, message, words) => {
  expect(saidOnOneLine(message)).toBe(words);
});
