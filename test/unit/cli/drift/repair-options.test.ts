import { readWay, refuseContradictions } from "../../../../provider/cli/drift/repair/options";
import { refuseTooMany } from "../../../../provider/cli/drift/repair/too-many";
import type { DriftOptions } from "../../../../provider/cli/drift/options";
import { Terminal } from "../../../../provider/cli/terminal";

const none = { kind: [], target: [], root: [], format: "text", report: [] };
const silent = { write: () => true };
const terminal = new Terminal(silent, { ...silent, isTTY: true }, {});

const messageOf = (work: () => unknown): string => {
  try {
    work();
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

const wrong = (options: Partial<DriftOptions>): string =>
  messageOf(() => {
    refuseContradictions({ ...none, ...options });
  });

it.each([
  ["--restore cannot be used with --accept", { restore: true, accept: true }],
  ["--restore cannot be used with --state", { restore: true, state: "stack.json" }],
  ["--accept cannot be used with --write-ignore", { accept: true, writeIgnore: true }],
  ["--desired cannot be used with --state", { desired: true, state: "-" }],
  ["--yes needs --restore or --accept", { yes: true }],
] as const)("one clear error: %s", (message, options) => {
  expect(wrong(options)).toContain(`HC1007 ${message}`);
});

it("takes what goes together", () => {
  expect(wrong({ restore: true, yes: true, desired: true, target: ["urn:a"], kind: ["User"] })).toBe("");
  expect(wrong({ state: "stack.json", writeIgnore: true })).toBe("");
});

it("refuses to write where nobody can be asked, unless --yes is given", () => {
  const way = (options: Partial<DriftOptions>) => readWay({ ...none, ...options }, terminal, false);
  expect(messageOf(() => way({ restore: true }))).toMatch(
    /^HC8312 The command cannot ask for a confirmation \(--restore\)/,
  );
  expect(way({ accept: true, yes: true })).toBe("accept");
  expect(way({})).toBeUndefined();
});

it("asks only if somebody both sees the question and can answer", () => {
  const options = { ...none, restore: true } as const;
  expect(readWay(options, terminal, true)).toBe("restore");
  expect(messageOf(() => readWay(options, new Terminal(silent, silent, {}), true))).toMatch(/^HC8312 /);
});

it("refuses more resources than a command line takes, and says how to go on", () => {
  const many = Array.from({ length: 40_000 }, (_, index) => ["--target", `urn:pulumi:dev::tenant::${index}`]).flat();
  const message = messageOf(() => {
    refuseTooMany(many, "restore");
  });
  expect(message).toContain("HC1007 --restore has 40000 resources, more than a command line takes");
  expect(message).toContain("--kind or --target");
  expect(messageOf(() => refuseTooMany(many.slice(0, 200), "restore"))).toBe("");
});
