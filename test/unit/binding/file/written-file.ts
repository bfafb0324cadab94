import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { readContractFile } from "../../../../provider/binding/file/read";
import type { ContractFile } from "../../../../provider/binding/file/model";
import { HaleconnectError } from "../../../../provider/errors";

/** The two lines with which each contract file of these tests begins. */
export const head = "haleconnect: contract/1\nservers: [https://geo.example]\n";

let folder: string | undefined;

export function removeFiles(): void {
  if (folder !== undefined) {
    fs.rmSync(folder, { recursive: true, force: true });
    folder = undefined;
  }
}

export function fileOf(text: string): string {
  folder ??= fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-contract-"));
  const file = path.join(folder, "haleconnect.contract.yaml");
  fs.writeFileSync(file, text);
  return file;
}

export function read(text: string): ContractFile {
  return readContractFile(fileOf(text));
}

/** The file of these lines, behind `operations:`; the first of them is line 4. */
export function withOperations(...lines: readonly string[]): string {
  return `${head}operations:\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

/** What is wrong with a text: `4:3: a sentence`, one for each problem. */
export function problemsOf(text: string): readonly string[] {
  const { message, file } = failureOf(text);
  const [, why = ""] = /^ {2}why: {2}([^]*?)\n {2}next: /m.exec(message) ?? [];
  return why.split("\n        ").map((line) => line.replace(`${file}:`, ""));
}

export function failureOf(text: string): { readonly message: string; readonly file: string } {
  const file = fileOf(text);
  try {
    readContractFile(file);
  } catch (error) {
    if (error instanceof HaleconnectError && error.code === "HC1005") {
      return { message: error.message, file };
    }
    throw error;
  }
  throw new Error("the file should have been refused");
}
