import fs from "node:fs";
import path from "node:path";
import ts from "typescript";
import { cited } from "./citation";
import { sourcesOf } from "./function-sources";

const folder = path.resolve(__dirname, "..", "..", "provider", "functions");

interface Member {
  readonly name: string;
  readonly type: string;
  readonly doc: string;
}

/** What a subject's folder offers: its functions, and the shapes of what they take and give. */
interface Subject {
  readonly functions: ts.SourceFile;
  readonly types: ts.SourceFile;
}

/** The page of all functions, from their declarations and what is said there. */
export function functionsPage(): string {
  const sections = publicSubjects()
    .map((name) => ({ functions: sourceOf(name, "index.ts"), types: sourceOf(name, "types.ts") }))
    .flatMap((subject) =>
      subject.functions.statements.filter(isExportedFunction).map((declared) => section(subject, declared)),
    );
  return `<!-- Printed from provider/functions by \`npm run generate\`. -->

# Functions

With these functions a program looks something up. Each function has two forms. \`getX()\` returns a Promise.
\`getXOutput()\` takes and returns outputs, so it can wait for a resource. Functions run in the program and only read. The
summary counts their requests. A program without functions sends nothing when nothing changes.

"Cost" says how many requests a call sends.

${sections.join("\n")}`;
}

/** The folders that index.ts passes on. */
function publicSubjects(): string[] {
  const { text } = sourceOf("index.ts");
  return [...text.matchAll(/from "\.\/([\w-]+)"/g)].map(([, name]) => name ?? "");
}

function sourceOf(...place: readonly string[]): ts.SourceFile {
  const file = path.join(folder, ...place);
  return ts.createSourceFile(file, fs.readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
}

function isExportedFunction(node: ts.Statement): node is ts.FunctionDeclaration & { name: ts.Identifier } {
  return (
    ts.isFunctionDeclaration(node) &&
    node.name !== undefined &&
    node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  );
}

function section({ functions, types }: Subject, declared: ts.FunctionDeclaration & { name: ts.Identifier }): string {
  const [parameter] = declared.parameters;
  const isList = declared.type?.getText(functions).includes("[]") === true;
  const result = /Promise<(?:readonly )?(\w+)/.exec(declared.type?.getText(functions) ?? "")?.[1] ?? "";
  return `## ${declared.name.text}, ${declared.name.text}Output

${docOf(declared)}

Source: ${cited(sourcesOf(declared.name.text))}.

${parameter === undefined ? "Takes nothing." : `Arguments:\n\n${table(membersOf(types, parameter.type?.getText(functions) ?? ""))}`}

${["boolean", "string"].includes(result) ? `Result: \`${result}\`.` : `Result${isList ? ", for each" : ""}:\n\n${table(membersOf(types, result))}`}
`;
}

function membersOf(source: ts.SourceFile, name: string): Member[] {
  const found = source.statements.find((it) => ts.isInterfaceDeclaration(it) && it.name.text === name);
  if (found === undefined || !ts.isInterfaceDeclaration(found)) {
    return [];
  }
  const inherited = (found.heritageClauses ?? []).flatMap(({ types }) =>
    types.flatMap(({ expression }) => membersOf(source, expression.getText(source))),
  );
  const own = found.members.filter(ts.isPropertySignature).map((member) => ({
    name: `${member.name.getText(source)}${member.questionToken === undefined ? "" : "?"}`,
    type: (member.type?.getText(source) ?? "").replace(/ \| undefined$/, ""),
    doc: docOf(member),
  }));
  return [...inherited, ...own];
}

function docOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => (typeof comment === "string" ? comment : ""))
    .join("\n");
}

function table(members: readonly Member[]): string {
  const rows = members.map(({ name, type, doc }) => `| \`${name}\` | \`${escape(type)}\` | ${escape(doc)} |`);
  return ["| name | type | meaning |", "|---|---|---|", ...rows].join("\n");
}

function escape(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
