import { withoutIgnored } from "../../../provider/drift/ignoring/apply";
import { readRules } from "../../../provider/drift/ignoring/rules";
import { rulesFor } from "../../../provider/drift/ignoring/write";
import { withVerdict } from "../../../provider/drift/verdict";
import { findings, report } from "./report";

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
  ])("ignores findings by %s", (_how, lines) => {
    expect(left(rule(...lines, ...ends))).toEqual(["14", "2/7"]);
  });

  it.each([
    ["another field", ["kind: Organisation", "object: state", "field: contact"]],
    ["another kind", ["kind: Bucket", "object: state"]],
    ["a part of the name", ["kind: Organisation", "object: stat"]],
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
