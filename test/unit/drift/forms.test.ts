import { reportModel, type DriftReport } from "../../../provider/drift/model";
import { forms, printers } from "../../../provider/drift/printing";
import { findings, hostile, incomplete, inSync, report } from "./report";
import { elementsIn } from "./xml-elements";

const [changed] = findings;
describe("the report for JUnit", () => {
  it("has a suite for each organisation: what counts fails, and the rest is skipped", () => {
    const elements = elementsIn(printers.junit(report()));
    expect(elements[0]?.attributes).toEqual({
      name: "haleconnect drift: tenant/dev on https://haleconnect.example",
      tests: "4",
      failures: "2",
      errors: "0",
      time: "0",
    });
    const suites = elements.filter(({ name }) => name === "testsuite").map(({ attributes }) => attributes);
    expect(suites.map(({ name, tests, failures, skipped }) => [name, tests, failures, skipped])).toEqual([
      ["The look at the tenant", "1", "0", "0"],
      ["Land Beispiel (2)", "2", "2", "0"],
      ["Amt Neu (14)", "1", "0", "1"],
    ]);
    const [failure] = elements.filter(({ name }) => name === "failure");
    expect(failure?.attributes["message"]).toBe('changed: `description` of Organisation "state" was changed');
    expect(failure?.text).toContain('actual: "Länder | <b>\\"Amt\\"</b> & `mehr`\\n2. Zeile"');
  });

  it("has a test that passes in sync, and an error for what could not be looked at", () => {
    expect(elementsIn(printers.junit(report(inSync))).map(({ name }) => name)).toEqual([
      "testsuites",
      "testsuite",
      "testcase",
    ]);
    const [error] = elementsIn(printers.junit(report(incomplete))).filter(({ name }) => name === "error");
    expect(error).toMatchObject({ attributes: { message: "2 resources of Bucket: HC2500 The server failed" } });
  });

  it("stays well-formed whatever a value holds", () => {
    expect(elementsIn(printers.junit(report({ findings: [hostile] }))).map(({ name }) => name)).toContain("failure");
  });
});

describe("the report in Markdown", () => {
  it("stays shorter than a tracker allows, however many organisations and gaps it has, and says how many are left", () => {
    const [first] = findings;
    const many = Array.from({ length: 2000 }, (_, index) => ({
      ...(first ?? ({} as never)),
      organisation: { id: String(index), name: `Amt mit einem langen Namen ${index}` },
    }));
    const [gap] = incomplete.notLookedAt ?? [];
    const notLookedAt = Array.from({ length: 500 }, (_, index) => ({
      ...(gap ?? ({} as never)),
      why: `${index}. ${"Trouble. ".repeat(50)}`,
    }));
    const text = printers.markdown(report({ findings: many, notLookedAt }));
    expect(text.length).toBeGreaterThan(50_000);
    expect(text.length).toBeLessThan(60_500);
    const shown = text.match(/^\| \*\*changed/gm)?.length ?? 0;
    expect(text).toContain(`${2000 - shown} more findings are left out here.`);
    expect(text).toContain("- 480 more parts");
  });

  it("has the verdict, a table for each organisation, and the coverage", () => {
    const text = printers.markdown(report());
    expect(text.split("\n").slice(0, 9)).toEqual([
      "## Drift: tenant/dev on https://haleconnect.example",
      "",
      "❌ Drift: 2 findings (1 changed, 1 permission). 1 more finding does not count.",
      "",
      "### Land Beispiel (2)",
      "",
      "| | finding | declared | actual |",
      "| --- | --- | --- | --- |",
      expect.stringMatching(/^\| \*\*changed\*\* \| \[\\`description\\` of .* \| `"Land"` \| `` .*\\\|.* `` \|$/),
    ]);
    expect(text).toContain("| unmanaged |");
    expect(text).toContain("<summary>3 of 4 objects");
  });

  it("keeps each finding on one line, mentions nobody and opens no tag", () => {
    const row =
      printers
        .markdown(report({ findings: [hostile] }))
        .split("\n")
        .find((line) => line.startsWith("| **")) ?? "";
    expect(row).toContain("&lt;i&gt;@&#8203;anna");
    expect(row.replace(/``` .*? ```/g, "")).not.toMatch(/@anna|<i>/);
    expect(row.replaceAll("\\|", "").split("|")).toHaveLength(6);
  });

  it("stays short enough for a comment, and says what is left out", () => {
    const many = Array.from({ length: 2000 }, () => findings[0] ?? ({} as never));
    const text = printers.markdown(report({ findings: many }));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/\d+ more findings are left out here/);
  });
});

describe("the report for GitLab", () => {
  const issuesOf = (given: DriftReport) =>
    JSON.parse(printers.gitlab(given)) as { fingerprint: string; severity: string; location: unknown }[];

  it("has what Code Quality asks for of each issue", () => {
    expect(issuesOf(report()).map(({ severity }) => severity)).toEqual(["major", "critical", "info"]);
    expect(issuesOf(report())[0]).toMatchObject({
      check_name: "haleconnect-drift-changed",
      description: '`description` of Organisation "state" was changed (in Land Beispiel)',
      location: { path: "Pulumi.yaml", lines: { begin: 1, end: 1 } },
    });
    expect(issuesOf(report(incomplete))).toMatchObject([{ severity: "blocker" }]);
  });

  it("has fingerprints that differ between findings and do not depend on values", () => {
    const prints = (given: DriftReport) => issuesOf(given).map(({ fingerprint }) => fingerprint);
    const other = report({ findings: findings.map((it) => ({ ...it, actual: "other", declared: "other" })) });
    expect(new Set(prints(report())).size).toBe(findings.length);
    expect(prints(other)).toEqual(prints(report()));
  });
});

describe("the report in SARIF", () => {
  it("names a rule for each result, and whether the look was complete", () => {
    const { version, runs } = JSON.parse(printers.sarif(report())) as {
      version: string;
      runs: {
        results: { ruleId: string; ruleIndex: number; level: string }[];
        tool: { driver: { rules: { id: string }[] } };
      }[];
    };
    expect(version).toBe("2.1.0");
    const [run] = runs;
    expect(run?.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ["changed", "error"],
      ["permission", "error"],
      ["unmanaged", "note"],
    ]);
    run?.results.forEach(({ ruleId, ruleIndex }) => {
      expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    });
    expect(JSON.parse(printers.sarif(report(incomplete)))).toMatchObject({
      runs: [{ invocations: [{ executionSuccessful: false, toolExecutionNotifications: [{ level: "error" }] }] }],
    });
  });
});

describe("the report for Prometheus", () => {
  it("counts findings by kind and type, and tells coverage and times", () => {
    const text = printers.prometheus(report());
    expect(text).toContain(
      'haleconnect_drift_findings{project="tenant",stack="dev",kind="Organisation",type="changed"} 1',
    );
    expect(text).toContain('haleconnect_drift_objects{project="tenant",stack="dev",kind="Organisation"} 4');
    expect(text).toContain(
      'haleconnect_drift_last_complete_look_timestamp_seconds{project="tenant",stack="dev"} 1795748400',
    );
    for (const line of text.split("\n")) {
      expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+\{([a-z]+="(\\.|[^"\\])*",?)*\} [\d.]+)$/);
    }
  });

  it("tells no time of a complete look while a look is incomplete", () => {
    const text = printers.prometheus(report(incomplete));
    expect(text).toContain('haleconnect_drift_complete{project="tenant",stack="dev"} 0');
    expect(text).not.toContain("last_complete");
  });

  it("tells a partial look from a complete one, which it is not", () => {
    const text = printers.prometheus(report({ ...inSync, partial: { kinds: ["User"], targets: [] } }));
    expect(text).toContain('haleconnect_drift_partial{project="tenant",stack="dev"} 1');
    expect(text).toContain('haleconnect_drift_complete{project="tenant",stack="dev"} 0');
    expect(text).not.toContain("last_complete");
    expect(printers.prometheus(report(inSync))).toContain('haleconnect_drift_partial{project="tenant",stack="dev"} 0');
  });

  it("counts what the ignore rules took out", () => {
    const rule = { rule: "a rule", reason: "a reason", expires: "2027-01-01" };
    const ignored = [2, 0, 3].map((count) => ({ ...rule, findings: count }));
    expect(printers.prometheus(report({ ignored }))).toContain(
      'haleconnect_drift_ignored_findings{project="tenant",stack="dev"} 5',
    );
  });
});

it.each(forms)("%s is the same in each run, and shows no value of a secret", (form) => {
  const secret = { ...(changed ?? ({} as never)), declared: "[secret]", actual: "[secret]" };
  const given = report({ findings: [secret] });
  expect(printers[form](given)).toBe(printers[form](structuredClone(given)));
});

it.each([
  ["text", "field     organisation\n"],
  ["markdown", "<sub>`organisation`</sub>"],
  ["junit", "field: organisation\n"],
  ["sarif", "Field: organisation. Declared: "],
  ["html", "<dt>Field</dt><dd>organisation</dd>"],
] as const)("%s names the field of a permission, since its sentence does not", (form, words) => {
  const [, permission = {} as never] = findings;
  const finding = { ...permission, path: "organisation", declared: "2" };
  const told = printers[form](report({ findings: [finding] })).replaceAll("&#10;", "\n");
  expect(told).toContain(words);
});

it("Markdown takes nothing in the sentence about `up` for a mark but its code", () => {
  const says = "`pulumi up` ends this: The file ``` a``b|.txt ``` of @anna <b> was ` changed";
  const up = { plain: "nothing", refreshed: "update", says } as const;
  const told = printers.markdown(report({ findings: [{ ...(changed ?? ({} as never)), up }] }));
  expect(told).toContain(
    "<sub>`pulumi up` ends this: The file ``` a``b\\|.txt ``` of @&#8203;anna &lt;b&gt; was \\` changed</sub>",
  );
});

describe("what --restore or --accept did", () => {
  const repair = {
    way: "accept",
    done: true,
    failed: "It ended with 255.",
    resources: [
      { urn: "urn:a", kind: "Organisation", name: "state", found: ["`description` was changed"], inOrder: true },
      { urn: "urn:b", kind: "Bucket", name: "roads", found: ["It is gone"], inOrder: false },
    ],
    leftAlone: [{ says: "Amt Neu is there", why: "No resource declares it." }],
    values: [{ urn: "urn:a", kind: "Organisation", name: "state", path: "description", value: "x", says: "Set it." }],
  } as const;
  const repaired = report({ repair: structuredClone(repair) as never });

  it.each(["text", "markdown", "html"] as const)("is told to people in the form %s", (form) => {
    const told = printers[form](repaired).replaceAll("\\", "").replaceAll("&#39;", "'");
    for (const words of [
      "Accepted: 1 of 2 resources are in order",
      "in order: `description` was changed",
      "not in order: It is gone",
      "It ended with 255.",
      "Amt Neu is there. No resource declares it.",
      "Set it.",
    ]) {
      expect(told).toContain(words);
    }
  });

  it("is part of the report in JSON", () => {
    expect(reportModel.parse(JSON.parse(printers.json(repaired))).repair).toEqual(repair);
  });

  it("says that nothing was changed if nobody agreed, and that there was nothing to do", () => {
    const asked = { ...repair, done: false, failed: undefined, values: undefined };
    expect(printers.text(report({ repair: asked as never }))).toContain(
      "Nothing was changed: nobody agreed to accept 2 resources\n  untouched: `description` was changed",
    );
    expect(printers.text(report({ repair: { ...asked, resources: [] } as never }))).toContain("Nothing to accept");
  });
});

it.each(forms)("%s tells what is declared and not deployed yet, which does not count", (form) => {
  const pending = { ...(changed ?? ({} as never)), type: "pending", says: "Another value is declared" } as const;
  const told = printers[form](report({ findings: [pending], verdict: "inSync", exit: 0 }));
  expect(told).toContain("pending");
  expect(form === "prometheus" || told.includes("Another value is declared")).toBe(true);
  expect(told).not.toMatch(/<failure|"level": "error"|\*\*pending/);
});

it.each([
  ["text", "deployed  "],
  ["markdown", "deployed: "],
  ["junit", "deployed: "],
  ["sarif", "Deployed: "],
  ["html", "<dt>Deployed</dt>"],
] as const)("%s does not call actual what the state has of a value that is not deployed yet", (form, words) => {
  const pending = { ...(changed ?? ({} as never)), type: "pending" } as const;
  const told = printers[form](report({ findings: [pending] }));
  expect(told).toContain(words);
  expect(told).not.toMatch(/actual(:| {2})|<dt>Actual/i);
});
