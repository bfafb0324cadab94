import fs from "node:fs";
import path from "node:path";
import { withoutIgnored } from "../../../provider/drift/ignoring/apply";
import { matches, patternOf } from "../../../provider/drift/ignoring/pattern";
import { readRules } from "../../../provider/drift/ignoring/rules";
import { rulesFor } from "../../../provider/drift/ignoring/write";
import type { DriftFinding } from "../../../provider/drift/model";
import { printers } from "../../../provider/drift/printing";
import { withVerdict } from "../../../provider/drift/verdict";
import { findings, incomplete, report } from "./report";

const read = (...lines: readonly string[]) => readRules(lines.join("\n"), "haleconnect.drift.yaml");
const rule = (...lines: readonly string[]) =>
  read("version: 1", "ignore:", ...lines.map((line, index) => `${index === 0 ? "  - " : "    "}${line}`));
const ends = ["reason: the office edits it", "expires: 2027-03-31"];
const left = (rules: ReturnType<typeof read>) => withoutIgnored(report(), rules).looked.findings.map(({ id }) => id);

describe("a rule", () => {
  it.each([
    ["the name of the resource", ["kind: Organisation", "object: state"]],
    ["the id", ["kind: Organisation", 'object: "2"']],
    ["the URN, with a star", ["kind: Organisation", 'object: "urn:*::state"']],
    ["the field as well", ["kind: Organisation", "object: state", "field: description"]],
    ["the type as well", ["kind: Organisation", "object: state", "type: changed"]],
  ])("ignores findings by %s", (_how, lines) => {
    expect(left(rule(...lines, ...ends))).toEqual(["14", "2/7"]);
  });

  it.each([
    ["another field", ["kind: Organisation", "object: state", "field: contact"]],
    ["another kind", ["kind: Bucket", "object: state"]],
    ["a part of the name", ["kind: Organisation", "object: stat"]],
    ["another type", ["kind: Organisation", "object: state", "type: missing"]],
    ["an asterisk", ["kind: Organisation", "object: st\\*te"]],
  ])("says nothing of %s", (_what, lines) => {
    expect(left(rule(...lines, ...ends))).toEqual(["14", "2", "2/7"]);
  });

  it("is told with its reason, its last day and how much it ignores", () => {
    const { ignored } = withoutIgnored(report(), rule("kind: Organisation", "object: state", ...ends));
    expect(ignored).toEqual([
      {
        rule: "Organisation state (haleconnect.drift.yaml:3:5)",
        reason: "the office edits it",
        expires: "2027-03-31",
        findings: 1,
      },
    ]);
  });

  it("holds to the end of its last day; from then on it is a finding and ignores nothing", () => {
    const lines = ["kind: Organisation", "object: state", "reason: for now"];
    expect(left(rule(...lines, "expires: 2026-11-27"))).toEqual(["14", "2/7"]);
    const { looked } = withoutIgnored(report(), rule(...lines, "expires: 2026-11-26"));
    expect(looked.findings.map(({ type }) => type)).toEqual(["expired", "unmanaged", "changed", "permission"]);
    expect(withVerdict({ ...looked, findings: looked.findings.slice(0, 1) })).toMatchObject({
      verdict: "drift",
      exit: 7,
    });
  });
});

it("the rules that docs/drift.md shows can be read", () => {
  const page = fs.readFileSync(path.resolve(__dirname, "../../../docs/drift.md"), "utf8");
  const [, example = ""] = /```yaml\n(version: 1\n.*?)```/s.exec(page) ?? [];
  expect(readRules(example, "haleconnect.drift.yaml")).toMatchObject([{ field: "description" }, { type: "missing" }]);
});

describe("a field of a rule", () => {
  it.each([
    ["Organisation", "contact.city"],
    ["Bucket", "files.a\\.txt"],
    ["Bucket", "files.a\\.txt.sha256"],
    ["BucketFile", "source.sha256"],
    ["Organisation", "settings.featureToggles.any name"],
  ])("may be a member, a file or a free name: %s %s", (kind, field) => {
    expect(rule(`kind: ${kind}`, "object: x", `field: ${field}`, ...ends)).toMatchObject([{ kind, field }]);
  });

  it("may end with a dot", () => {
    const rules = rule("kind: Organisation", "object: state", "field: description.", ...ends);
    expect(left(rules)).toEqual(["14", "2/7"]);
  });
});

describe("a pattern", () => {
  it.each([
    ["a*c", "a**c", true],
    ["a\\*c", "a*c", true],
    ["a\\*c", "abc", false],
    ["a\\\\*", "a\\bc", true],
    ["a\\\\\\*", "a\\*", true],
    ["a\\b", "a\\b", true],
    ["*b*b*", "abb", true],
    ["*b*b*", "ab", false],
    ["ab*ba", "aba", false],
    ["*", "", true],
  ])("%s stands for %s: %s", (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it.each(["*", "a\\*b", "\\", "\\\\*\\", "plain"])("of a name stands for this name alone: %s", (name) => {
    expect(matches(patternOf(name), name)).toBe(true);
    expect(matches(patternOf(name), name.replaceAll("*", "x"))).toBe(!name.includes("*"));
  });
});

describe("an ignore file with errors", () => {
  it.each([
    [["kind: Organisation", "object: state", "expires: 2027-03-31"], "3:5: `ignore.0.reason` is missing"],
    [["kind: Organisation", "object: state", "reason: x"], "3:5: `ignore.0.expires` is missing"],
    [
      ["kind: Organisation", "object: state", "reason: x", "expires: soon"],
      '6:5: `ignore.0.expires` is "soon": expected a day',
    ],
    [
      ["kind: Organization", "object: state", ...ends],
      '3:5: there is no kind "Organization". Did you mean `Organisation`?',
    ],
    [
      ["kind: Organisation", "object: state", "field: descripton", ...ends],
      '5:5: Organisation has no field "descripton". Did you mean `description`?',
    ],
    [["kind: Organisation", "object: state", "until: x", ...ends], "5:5: `ignore.0.until` is not known here"],
    [
      ["kind: Organisation", "object: state", "field: contact.citty", ...ends],
      '5:5: `contact` of Organisation has no field "citty". Did you mean `city`?',
    ],
    [
      ["kind: Organisation", "object: state", "field: description.text", ...ends],
      '5:5: `description` of Organisation is compared as a whole, so it has no field "text"',
    ],
    [
      ["kind: Organisation", "object: state", "field: contact.city.name", ...ends],
      '5:5: `city` in `contact` of Organisation is compared as a whole, so it has no field "name"',
    ],
    [["kind: Organisation", "object: state", 'field: "."', ...ends], '5:5: Organisation has no field ""'],
    [
      ["kind: Organisation", "object: state", "type: mising", ...ends],
      '5:5: `ignore.0.type` is "mising": expected "changed", "missing", "unmanaged", "permission" or "file"',
    ],
    [
      ["kind: Organisation", "object: state", "field: description", "type: missing", ...ends],
      "5:5: a rule of the type `missing` is about the whole object, so it has no field",
    ],
  ])("names the line and the column: %j", (lines, why) => {
    expect(() => rule(...lines)).toThrow(`haleconnect.drift.yaml:${why}`);
  });

  it("is refused as a whole if it is no YAML, or empty", () => {
    expect(() => read("version: 1", "\tignore: []")).toThrow("HC8305");
    expect(() => read("")).toThrow("HC8305");
  });
});

it("a file that is written from findings ignores exactly these, without their values", () => {
  const text = rulesFor(report());
  expect(text).not.toContain("Länder");
  const { looked, ignored } = withoutIgnored(report(), readRules(text, "haleconnect.drift.yaml"));
  expect(looked.findings).toEqual([]);
  expect(ignored.map(({ findings: count }) => count)).toEqual(findings.map(() => 1));
});

describe("a file that is written from findings ignores no later drift of", () => {
  const [changed = {} as never, permission = {} as never] = findings;
  const urn = "urn:pulumi:dev::tenant::pulumi-nodejs:dynamic/haleconnect:BucketFile::state*";
  const { path: _path, ...whole } = { ...changed, urn, kind: "BucketFile", name: "state*" };
  const gone = { ...whole, change: "removed" } as const;

  it.each([
    ["an object that was gone", { ...gone, type: "missing" } as const, { ...gone, path: "source.sha256" }],
    ["a file that was gone", { ...gone, type: "file" } as const, { ...gone, type: "file", path: "source.sha256" }],
    ["another object with a name like it", gone, { ...gone, urn: urn.replace("*", "x"), name: "x" }],
    ["a role that nobody declared, and somebody did later", permission, { ...permission, urn: "urn:x", path: "role" }],
  ] as const)("%s", (_what, before, after) => {
    const rules = readRules(rulesFor(report({ findings: [before] })), "haleconnect.drift.yaml");
    const remaining = (finding: DriftFinding) => withoutIgnored(report({ findings: [finding] }), rules).looked.findings;
    expect(remaining(before)).toEqual([]);
    expect(remaining(after as DriftFinding)).toEqual([after]);
  });
});

describe("rules in a report", () => {
  const unused = { rule: "Bucket roads (haleconnect.drift.yaml:3:5)", reason: "x", expires: "2027-03-31", findings: 0 };
  const used = { ...unused, rule: "Bucket paths (haleconnect.drift.yaml:9:5)", findings: 2 };

  it.each(["text", "markdown", "html"] as const)("are told in %s if they ignored nothing, and do not count", (form) => {
    const told = printers[form](report({ ignored: [unused, used] })).replaceAll("\\", "");
    expect(told).toContain("Bucket roads (haleconnect.drift.yaml:3:5)");
    expect(told).toContain(form === "html" ? "paths" : "Ignored by a rule: 2");
    expect(withVerdict(report({ findings: [] }), [unused])).toMatchObject({ verdict: "inSync", exit: 0 });
  });

  it.each([
    ["incomplete", incomplete],
    ["partial", { partial: { kinds: ["User"], targets: [] } }],
  ])("are not told to have ignored nothing after an %s look", (_what, more) => {
    const given = report({ ...more, ignored: [unused] });
    for (const form of ["text", "markdown", "html"] as const) {
      expect(printers[form](given)).not.toContain("Bucket roads");
    }
  });

  it("have a group of their own when they ended, and say what they covered", () => {
    const lines = ["kind: Organisation", "object: state", "field: description", "reason: for now"];
    const { looked } = withoutIgnored(report({ findings: [] }), rule(...lines, "expires: 2026-11-26"));
    const told = withVerdict(looked);
    expect(printers.text(told)).toContain(`
Ignore rules
  expired  The ignore rule for \`description\` of Organisation "state" at haleconnect.drift.yaml:3:5 ended on 2026-11-26: for now
           rule      haleconnect.drift.yaml:3:5
`);
    for (const form of ["text", "markdown", "html", "junit", "sarif"] as const) {
      expect(printers[form](told)).not.toMatch(/Without an organisation|Organisation haleconnect/);
    }
  });
});
