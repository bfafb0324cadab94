import { printers } from "../../../provider/drift/printing";
import { reportModel, type DriftFinding } from "../../../provider/drift/model";
import { findings, incomplete, inSync, report } from "./report";

describe("the report for a terminal", () => {
  it("groups findings by organisation, and aligns what each one says", () => {
    const text = printers.text(report());
    expect(text.split("\n").slice(0, 22)).toEqual([
      "Drift check: tenant/dev on https://haleconnect.example",
      "",
      "Land Beispiel (2)",
      '  changed     `description` of Organisation "state" was changed',
      '              declared  "Land"',
      '              actual    "Länder | <b>\\"Amt\\"</b> & `mehr`\\n2. Zeile"',
      "              history   last modified 2026-11-27 02:00 UTC",
      "              resource  urn:pulumi:dev::tenant::pulumi-nodejs:dynamic/haleconnect:Organisation::state",
      "              up        `pulumi up` alone changes nothing.",
      "              page      https://haleconnect.example/#/organisation/2",
      "  permission  anna (7) may now act as dataManager in Land Beispiel (2)",
      "              history   since 2026-11-26 10:30 UTC by admin (1)",
      "              id        RoleAssignment 2/7",
      "              up        `pulumi up` leaves it alone.",
      "",
      "Amt Neu (14)",
      '  unmanaged   Organisation "Amt Neu" (14) exists, and no resource declares it',
      "              id        Organisation 14",
      "              up        `pulumi up` leaves it alone.",
      "",
      "Coverage: 3 of 4 objects in the organisations of the stack are declared (75 %)",
      "  Organisation  3 of 4",
    ]);
    expect(text).toMatch(/\nDrift: 2 findings \(1 changed, 1 permission\)\. 1 more finding does not count\.$/);
  });

  it("says that all is in sync, and never so if a part could not be looked at", () => {
    expect(printers.text(report(inSync))).toMatch(/\nIn sync: 3 resources of the state are as declared\.$/);
    const text = printers.text(report(incomplete));
    expect(text).toContain("Not checked\n  2 resources of Bucket: HC2500 The server failed");
    expect(text).toMatch(/\nIncomplete: a part of the tenant could not be checked/);
    expect(text).not.toContain("In sync");
  });

  it("says that a comparison is partial", () => {
    const text = printers.text(report({ ...inSync, partial: { kinds: ["Bucket"], targets: [] } }));
    expect(text).toContain("This is a partial comparison: only kinds Bucket.");
  });

  it("tells findings that count from others, also where a part could not be looked at", () => {
    const verdictOf = (all: readonly DriftFinding[]): string | undefined =>
      printers
        .text(report({ ...incomplete, findings: [...all] }))
        .split("\n")
        .at(-1);
    expect(verdictOf(findings.slice(2))).toMatch(
      /in sync\. In the part that was checked, no finding counts\. 1 more finding does not count\.$/,
    );
    expect(verdictOf(findings)).toMatch(
      /in sync\. The part that was checked has 2 findings \(1 changed, 1 permission\)\. 1 more finding does not count\.$/,
    );
  });

  it("says a reason once, with all parts that could not be looked at", () => {
    const why = "The list could not be read.";
    const notLookedAt = [
      { kind: "Bucket", count: 2, urns: [], why },
      { kind: "Schema", count: 0, urns: [], why },
      { kind: "Task", count: 0, urns: [], why: "Another reason." },
    ];
    const lines = printers.text(report({ ...incomplete, notLookedAt })).split("\n");
    expect(lines.slice(lines.indexOf("Not checked") + 1).slice(0, 3)).toEqual([
      "  2 resources of Bucket, undeclared objects of Schema: The list could not be read.",
      "  undeclared objects of Task: Another reason.",
      "",
    ]);
  });

  it("speaks of one object as of one", () => {
    const coverage = { managed: 1, all: 1, percent: 100, kinds: [] };
    expect(printers.text(report({ coverage }))).toContain(
      "1 of 1 object in the organisations of the stack is declared",
    );
  });

  it("says why too little coverage counts", () => {
    const coverage = { managed: 3, all: 4, percent: 75, least: 90, kinds: [] };
    const text = printers.text(report({ findings: findings.slice(2), coverage }));
    expect(text).toMatch(/Drift: no finding counts\. 75 % of the tenant is declared, less than the 90 %/);
  });
});

describe("the report as JSON", () => {
  it("has the published form", () => {
    for (const more of [{}, inSync, incomplete]) {
      expect(reportModel.parse(JSON.parse(printers.json(report(more))))).toEqual(report(more));
    }
  });
});
