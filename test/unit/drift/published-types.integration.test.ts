import path from "node:path";
import ts from "typescript";
import { findingTypes } from "../../../provider/drift/model";
import { printers } from "../../../provider/drift/printing";
import { findings, hostile, incomplete, inSync, report } from "./report";

/*
 * Others publish the forms as types: SARIF 2.1.0, printed from the schema of OASIS, and the issues of Code Climate, whose
 * form GitLab takes. A report stands in a program as a literal, so the compiler also finds what a form does not know.
 */

const program = {
  sarif: (text: string) => `import type { Log } from "sarif";\nexport const log: Log = ${text};\n`,
  gitlab: (text: string) =>
    `import type { Issue } from "codeclimate-types";\nexport const issues: (Issue & { fingerprint: string })[] = ${text};\n`,
};

const [changed = {} as (typeof findings)[number]] = findings;
const reports = [
  report({ findings: findingTypes.map((type, index) => ({ ...changed, type, path: `field${index}` })) }),
  report({ findings: [hostile] }),
  report(inSync),
  report(incomplete),
];

/** What the compiler says of the programs, all in one run. */
function complaints(texts: readonly string[]): readonly (readonly string[])[] {
  const sources = new Map(texts.map((text, index) => [path.join(__dirname, `literal-${index}.ts`), text]));
  const options: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: true, types: [] };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => sources.has(file) || disk.fileExists(file),
    getSourceFile: (file, language) => {
      const text = sources.get(file);
      return text === undefined ? disk.getSourceFile(file, language) : ts.createSourceFile(file, text, language);
    },
  };
  const compiled = ts.createProgram([...sources.keys()], options, host);
  return [...sources.keys()].map((file) =>
    ts
      .getPreEmitDiagnostics(compiled, compiled.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " ")),
  );
}

describe.each(["sarif", "gitlab"] as const)("the published types of the form %s", (form) => {
  const text = (index: number) => printers[form](reports[index] ?? report({}));

  it("take each report as it is", () => {
    const told = complaints(reports.map((_, index) => program[form](text(index))));
    expect(told).toEqual(reports.map(() => []));
  });

  it("refuse another level and another property", () => {
    const level = form === "sarif" ? "level" : "severity";
    const otherLevel = text(0).replace(new RegExp(`"${level}": ?"\\w+"`), `"${level}": "grave"`);
    const otherProperty = text(0).replace(`"${level}"`, `"${level}s"`);
    expect(complaints([program[form](otherLevel), program[form](otherProperty)])).toEqual([
      [expect.stringContaining('"grave"')],
      [expect.stringContaining(`${level}s`)],
    ]);
  });
});
