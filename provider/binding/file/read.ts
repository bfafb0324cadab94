import fs from "node:fs";
import { HaleconnectError, fileTroubleInWords } from "../../errors";
import { problemsIn } from "./consistency";
import { contractFileType, type ContractFile } from "./model";
import { ParsedYaml } from "./parsed-yaml";

/** Reads a contract file. All that is wrong with it is told at once, each with its line and column (HC1005). */
export function readContractFile(file: string): ContractFile {
  const yaml = parse(file);
  const parsed = contractFileType.safeParse(yaml.value);
  const problems = parsed.success
    ? problemsIn(parsed.data).map(({ path, message }) => yaml.at(path, message))
    : parsed.error.issues.flatMap((issue) => yaml.issue(issue));
  if (!parsed.success || problems.length > 0) {
    throw broken(file, problems);
  }
  return parsed.data;
}

function parse(file: string): ParsedYaml {
  let text: string;
  try {
    text = fs.readFileSync(file, "utf8");
  } catch (error) {
    throw broken(file, [`${file}: it cannot be read: ${fileTroubleInWords(error)}`]);
  }
  const yaml = new ParsedYaml(file, text);
  if (yaml.problems.length > 0) {
    throw broken(file, yaml.problems);
  }
  return yaml;
}

function broken(file: string, problems: readonly string[]): HaleconnectError {
  return new HaleconnectError("HC1005", {
    what: `The contract file has ${problems.length === 1 ? "an error" : `${problems.length} errors`}`,
    where: file,
    why: problems.join("\n        "),
  });
}
