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

/** The page of all functions, from their declarations and what is said there. */
export function functionsPage(): string {
  const files = fs.readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const sources = files.map((name) =>
    ts.createSourceFile(name, fs.readFileSync(path.join(folder, name), "utf8"), ts.ScriptTarget.ES2022, true),
  );
  const isPublic = new Set(sources.flatMap(publicFilesOf));
  const sections = sources
    .filter(({ fileName }) => isPublic.has(fileName))
    .flatMap((source) => source.statements.filter(isExportedFunction).map((it) => section(source, it)));
  return `<!-- Printed from provider/functions by \`npm run generate\`. -->

# Functions

What a program looks up. Each function has two forms: \`getX()\` gives a Promise, \`getXOutput()\` takes and gives outputs, so
that it can wait for a resource. They run in the program and only read; what they ask counts in the summary, and a
program without them still sends nothing when nothing changes.

${sections.join("\n")}`;
}

/** What index.ts passes on. */
function publicFilesOf(source: ts.SourceFile): string[] {
  return source.fileName === "index.ts"
    ? [...source.text.matchAll(/from "\.\/([\w-]+)"/g)].map(([, name]) => `${name ?? ""}.ts`)
    : [];
}

function isExportedFunction(node: ts.Statement): node is ts.FunctionDeclaration & { name: ts.Identifier } {
  return (
    ts.isFunctionDeclaration(node) &&
    node.name !== undefined &&
    node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  );
}

function section(source: ts.SourceFile, declared: ts.FunctionDeclaration & { name: ts.Identifier }): string {
  const [parameter] = declared.parameters;
  const isList = declared.type?.getText(source).includes("[]") === true;
  const result = /Promise<(?:readonly )?(\w+)/.exec(declared.type?.getText(source) ?? "")?.[1] ?? "";
  return `## ${declared.name.text}, ${declared.name.text}Output

${docOf(declared)}

Source: ${cited(sourcesOf(declared.name.text))}.

${parameter === undefined ? "Takes nothing." : `Arguments:\n\n${table(membersOf(source, parameter.type?.getText(source) ?? ""))}`}

${result === "boolean" ? "Result: `boolean`." : `Result${isList ? ", for each" : ""}:\n\n${table(membersOf(source, result))}`}
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
