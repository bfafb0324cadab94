import { trackerNames } from "../../../provider/cli/drift/issue";
import { readReports, type DriftOptions } from "../../../provider/cli/drift/options";
import { createProgram } from "../../../provider/cli/program";
import { Terminal } from "../../../provider/cli/terminal";
import { forms } from "../../../provider/drift/printing";
import { allScripts, callsIn, contentOf, pipelines, scriptsOf, type Call } from "./ci-scripts";

const silent = { write: () => true };

/** What the command line of `haleconnect` does not know in a call. */
function unknownIn({ words: [name = "", ...words] }: Call): readonly string[] {
  const terminal = new Terminal(silent, silent, {});
  const program = createProgram("0.0.0", { terminal, env: {}, signal: new AbortController().signal });
  const command = program.commands.find((it) => it.name() === name);
  if (command === undefined) {
    return [name];
  }
  const { unknown, operands } = command.parseOptions([...words]);
  if (name === "drift") {
    const options = command.opts<DriftOptions>();
    readReports(options.report);
    expect(forms).toContain(options.format);
    expect([undefined, ...trackerNames]).toContain(options.issue);
  }
  return [...unknown, ...operands];
}

/** Read from `pulumi <command> --help` of the engine that `haleconnect setup` installs. Only what these files use. */
const pulumi: Readonly<Record<string, readonly string[]>> = {
  preview: ["--stack", "--diff", "--color", "--non-interactive", "--refresh", "--run-program", "--expect-no-changes"],
  up: ["--stack", "--yes", "--non-interactive", "--refresh", "--run-program"],
  refresh: ["--preview-only", "--run-program", "--expect-no-changes", "--non-interactive"],
  cancel: ["--yes"],
  "stack select": [],
  "stack export": ["--show-secrets"],
};

describe.each(pipelines)("%s", (name) => {
  it("is valid YAML, and plans, applies and looks for drift with an issue and reports that are kept", () => {
    const calls = scriptsOf(contentOf(name)).flatMap(callsIn);
    const lines = calls.map(({ command, words }) => `${command} ${words.join(" ")}`);
    expect(lines).toContain("pulumi preview --stack $STACK --diff --color never --non-interactive");
    expect(lines).toContain("pulumi up --stack $STACK --yes --non-interactive");
    expect(lines.filter((line) => line.startsWith("haleconnect drift"))).toEqual([
      expect.stringMatching(/ --issue git(hub|lab) .*--report html=reports\/drift.html/),
    ]);
  });

  it("keeps the engine and the journal between jobs, and the reports as artifacts", () => {
    const text = JSON.stringify(contentOf(name));
    expect(text).toMatch(/\.cache\/pulumi-haleconnect/);
    expect(text).toMatch(/"\.haleconnect\/journal"/);
    expect(text).toMatch(/always/);
    expect(text).toMatch(/30/);
  });
});

describe.each(allScripts())("in %s", (file, script) => {
  const calls = callsIn(script);

  it("each command of `haleconnect` has options that it knows", () => {
    const own = calls.filter(({ command }) => command === "haleconnect");
    expect(own.length).toBeGreaterThanOrEqual(file === "examples/ci/README.md" ? 0 : 1);
    expect(own.flatMap(unknownIn)).toEqual([]);
  });

  it("each command of `pulumi` has options that its help lists", () => {
    const unknown = calls
      .filter(({ command }) => command === "pulumi")
      .filter(({ words }) => {
        const name = words[0] === "stack" ? words.slice(0, 2).join(" ") : (words[0] ?? "");
        const known = pulumi[name];
        return !words.filter((word) => word.startsWith("--")).every((word) => known?.includes(word) ?? false);
      });
    expect(unknown).toEqual([]);
  });
});

it("would tell a wrong option, and a command that is none", () => {
  const wrong = callsIn('x=$(npx haleconnect drift --isue github | tee "a")\nhaleconnect drfit\necho haleconnect x');
  expect(wrong.flatMap(unknownIn)).toEqual(["--isue", "github", "drfit"]);
});
