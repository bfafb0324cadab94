import fs from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";

const provider = path.resolve(__dirname, "..", "..", "..", "provider");

/** `provider/client/answer.ts`: client. */
const floorOf = (file: string): string => file.split("/")[0] ?? "";

/** A declaration that is exported where it stands. A re-export is none. */
const declaration = /^export (?:declare )?(?:abstract )?(?:type|interface|class|enum) (\w+)/gm;

/** The floors that declare each type or class of this name and export it. */
function floorsByName(files: readonly (readonly [file: string, source: string])[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [file, source] of files) {
    for (const [, name = ""] of source.matchAll(declaration)) {
      found.set(name, (found.get(name) ?? new Set()).add(floorOf(file)));
    }
  }
  return found;
}

const sharedNames = (floors: ReadonlyMap<string, ReadonlySet<string>>): string[] =>
  [...floors].filter(([, where]) => where.size > 1).map(([name, where]) => `${name}: ${[...where].join(", ")}`);

it("names a type or a class once: two floors of the provider export no two of one name", () => {
  const files = globSync("*/**/*.ts", { cwd: provider });
  const floors = floorsByName(files.map((file) => [file, fs.readFileSync(path.join(provider, file), "utf8")] as const));
  expect(floors.size).toBeGreaterThan(200);
  expect(sharedNames(floors)).toEqual([]);
});

it("finds the floors that share a name, and passes over re-exports and names of one floor", () => {
  const floors = floorsByName([
    ["client/outcome.ts", "export interface Failure {\n}\nexport type Answer = string;\n"],
    ["client/index.ts", 'export type { Failure } from "./outcome";\n'],
    ["client/retry.ts", "export type Answer = string;\n"],
    ["lifecycle/failure.ts", "export abstract class Failure {\n}\ninterface Answer {\n}\n"],
  ]);
  expect(sharedNames(floors)).toEqual(["Failure: client, lifecycle"]);
});
