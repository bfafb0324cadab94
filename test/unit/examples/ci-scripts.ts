import fs from "node:fs";
import path from "node:path";
import { parseDocument } from "yaml";

const root = path.resolve(__dirname, "..", "..", "..");
export const folder = path.join(root, "examples", "ci");

/** The files to copy, and the pages that explain them. */
export const pipelines = ["github.yml", "gitlab.yml"] as const;
const pages = ["docs/ci.md", "docs/drift.md", "examples/ci/README.md"];

const scriptKeys = ["run", "script", "before_script", "after_script"];

/** A pipeline as its YAML says it. */
export function contentOf(name: (typeof pipelines)[number]): unknown {
  const document = parseDocument(fs.readFileSync(path.join(folder, name), "utf8"), { prettyErrors: true });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) {
    throw problem;
  }
  return document.toJS();
}

/** What a shell gets to run: each script of a pipeline, in the order of the file. */
export function scriptsOf(content: unknown): string[] {
  if (Array.isArray(content)) {
    return content.flatMap(scriptsOf);
  }
  return typeof content !== "object" || content === null
    ? []
    : Object.entries(content).flatMap(([key, value]: [string, unknown]) =>
        scriptKeys.includes(key) && (typeof value === "string" || Array.isArray(value))
          ? [[value].flat().join("\n")]
          : scriptsOf(value),
      );
}

export const shellScript = (): string => fs.readFileSync(path.join(folder, "nightly-drift.sh"), "utf8");

/** All that somebody may copy into a shell, by file. */
export function allScripts(): [file: string, script: string][] {
  const blocks = (page: string): string[] =>
    [...fs.readFileSync(path.join(root, page), "utf8").matchAll(/^```bash\n([^]*?)^```/gm)].map(([, it = ""]) => it);
  return [
    ...pipelines.map((name): [string, string] => [name, scriptsOf(contentOf(name)).join("\n")]),
    ["nightly-drift.sh", shellScript()],
    ...pages.map((page): [string, string] => [page, blocks(page).join("\n")]),
  ];
}

/** A call of one of the two commands, as words; `$@` and what the shell does with the output are left out. */
export interface Call {
  readonly command: "haleconnect" | "pulumi";
  readonly words: readonly string[];
}

export function callsIn(script: string): Call[] {
  const lines = script
    .replace(/\\\n/g, " ")
    .replace(/<!--.*?-->/g, "")
    .split("\n")
    .filter((line) => !/^\s*(#|echo )/.test(line))
    .map((line) => line.replace(/\d?>+&?\s*("[^"]*"|[^\s)]+)/g, ""));
  const call = /(?:^|[\s(])(haleconnect|pulumi) ((?:"[^"]*"|'[^']*'|[^|&;)"'])*)/g;
  return lines.flatMap((line) =>
    [...line.matchAll(call)].map(([, command, rest = ""]) => ({
      command: command === "pulumi" ? "pulumi" : "haleconnect",
      words: (rest.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [])
        .map((word) => word.replace(/["']/g, ""))
        .filter((word) => word !== "$@"),
    })),
  );
}
