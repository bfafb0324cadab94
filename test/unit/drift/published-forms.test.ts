import { z } from "zod";
import { findingTypes, type DriftReport } from "../../../provider/drift/model";
import { printers } from "../../../provider/drift/printing";
import { findings, hostile, incomplete, inSync, report } from "./report";
import { elementsIn } from "./xml-elements";

/*
 * The rules of the published forms, as far as these reports use them: SARIF 2.1.0 of OASIS (sarif-schema-2.1.0.json),
 * JUnit as Jenkins' plugin xUnit takes it (junit-10.xsd), and what GitLab's page about Code Quality asks for. A property
 * that a form does not know fails too. published-types.integration.test.ts compares with the forms as others publish
 * them; for JUnit no package of the registry has the schema.
 */

const [changed = {} as (typeof findings)[number], ...others] = findings;
const everyType = findingTypes.map((type, index) => ({ ...changed, type, path: `field${index}` }));
const withoutOrganisation = others.map(({ organisation: _organisation, ...it }) => it);

const reports: readonly (readonly [string, DriftReport])[] = [
  ["of each type of finding", report({ findings: everyType })],
  ["of values that no form takes as they are", report({ findings: [hostile] })],
  ["without organisations", report({ findings: withoutOrganisation })],
  ["in sync", report(inSync)],
  ["of an incomplete look", report(incomplete)],
];

const count = z.int().min(0);
const text = z.strictObject({ text: z.string().min(1) });
const level = z.enum(["none", "note", "warning", "error"]);

const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          rules: z.array(z.strictObject({ id: z.string(), shortDescription: text })),
        }),
      }),
      invocations: z.array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          exitCode: z.int(),
          startTimeUtc: z.iso.datetime(),
          toolExecutionNotifications: z.array(z.strictObject({ level, message: text })),
        }),
      ),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: count,
          level,
          message: text,
          locations: z.array(
            z.strictObject({
              physicalLocation: z.strictObject({
                artifactLocation: z.strictObject({ uri: z.string().regex(/^[\w./-]+$/) }),
                region: z.strictObject({ startLine: z.int().min(1) }),
              }),
              logicalLocations: z.array(z.strictObject({ fullyQualifiedName: z.string(), kind: z.string() })),
            }),
          ),
          partialFingerprints: z.record(z.string(), z.string().min(1)),
          hostedViewerUri: z.url().optional(),
        }),
      ),
    }),
  ),
});

const gitlab = z.array(
  z.strictObject({
    type: z.literal("issue"),
    check_name: z.string().min(1),
    description: z.string().min(1),
    categories: z.array(z.literal("Style")),
    severity: z.enum(["info", "minor", "major", "critical", "blocker"]),
    fingerprint: z.string().min(1),
    location: z.strictObject({
      path: z.string().regex(/^(?!\.?\/)/),
      lines: z.strictObject({ begin: z.int().min(1), end: z.int().min(1) }),
    }),
  }),
);

const digits = z.string().regex(/^\d+$/);
const counts = { tests: digits, failures: digits, errors: digits, time: digits };
const outcome = { parents: ["testcase"], attributes: z.strictObject({ message: z.string(), type: z.string() }) };

const junit: Readonly<Record<string, { readonly parents: readonly string[]; readonly attributes: z.ZodType }>> = {
  testsuites: { parents: [""], attributes: z.strictObject({ name: z.string(), ...counts }) },
  testsuite: {
    parents: ["testsuites"],
    attributes: z.strictObject({
      name: z.string(),
      ...counts,
      skipped: digits,
      timestamp: z.iso.datetime({ local: true }),
    }),
  },
  testcase: {
    parents: ["testsuite"],
    attributes: z.strictObject({ name: z.string(), classname: z.string(), time: digits }),
  },
  failure: outcome,
  error: outcome,
  skipped: { parents: ["testcase"], attributes: z.strictObject({ message: z.string() }) },
};

describe.each(reports)("the report %s", (_which, given) => {
  it("is a SARIF log, of which each result has a rule", () => {
    const log = sarif.parse(JSON.parse(printers.sarif(given)));
    const [run] = log.runs;
    expect(log.runs).toHaveLength(1);
    expect(run?.results.map(({ ruleId, ruleIndex }) => run.tool.driver.rules[ruleIndex]?.id === ruleId)).toEqual(
      given.findings.map(() => true),
    );
  });

  it("is a Code Quality report, of which no two issues have one fingerprint", () => {
    const issues = gitlab.parse(JSON.parse(printers.gitlab(given)));
    expect(issues).toHaveLength(given.findings.length + given.notLookedAt.length);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });

  it("is a JUnit report, of which the counts are those of its tests", () => {
    const elements = elementsIn(printers.junit(given));
    for (const { name, parent, attributes } of elements) {
      const rule = junit[name];
      expect({ name, parent, known: rule?.parents.includes(parent) }).toEqual({ name, parent, known: true });
      expect(rule?.attributes.parse(attributes)).toBeDefined();
    }
    const number = (name: string): string => String(elements.filter((it) => it.name === name).length);
    expect(elements[0]?.attributes).toMatchObject({
      tests: number("testcase"),
      failures: number("failure"),
      errors: number("error"),
    });
  });
});
