import fs from "node:fs";
import { HaleconnectError, fileTroubleInWords } from "../../errors";
import { problemsIn } from "./consistency";
import { problemsOf, type ContractProblem } from "./issues";
import { contractFileType, type ContractFile } from "./model";
import { ParsedYaml } from "./parsed-yaml";
import { problemsInWords } from "./wording";

const MOST_LOOKED_FOR = 1000;

/** Bytes. A file that names every operation has a tenth of it. */
const LARGEST = 8 * 1024 * 1024;

/** Reads a contract file. All that is wrong with it is told at once, each with its line and column (HC1005). */
export function readContractFile(file: string): ContractFile {
  const yaml = parse(file);
  const parsed = contractFileType.safeParse(yaml.value);
  if (!parsed.success) {
    throw broken(file, onceEach(yaml, problemsOf(contractFileType, yaml.value, parsed.error.issues, MOST_LOOKED_FOR)));
  }
  const problems = problemsIn(parsed.data, MOST_LOOKED_FOR).map(
    ({ path, message }) => `${yaml.placeOf(path)}: ${message}`,
  );
  if (problems.length > 0) {
    throw broken(file, problems);
  }
  return parsed.data;
}

/** What stands behind an anchor is wrong once, however often it is repeated. */
function onceEach(yaml: ParsedYaml, problems: readonly ContractProblem[]): readonly string[] {
  const told = new Map<string, string>();
  for (const { path, subject, reason } of problems) {
    const place = yaml.placeOf(path);
    const key = `${place} ${reason}`;
    told.set(key, told.get(key) ?? `${place}: ${subject} ${reason}`);
  }
  return [...told.values()];
}

function parse(file: string): ParsedYaml {
  let text: string;
  try {
    const { size } = fs.statSync(file);
    if (size > LARGEST) {
      throw broken(file, [`${file}: it has ${size} bytes: a contract file has at most ${LARGEST}`]);
    }
    text = fs.readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof HaleconnectError) {
      throw error;
    }
    throw broken(file, [`${file}: it cannot be read: ${fileTroubleInWords(error)}`]);
  }
  const yaml = new ParsedYaml(file, text);
  if (yaml.problems.length > 0) {
    throw broken(file, yaml.problems);
  }
  return yaml;
}

function broken(file: string, problems: readonly string[]): HaleconnectError {
  const count = problems.length < MOST_LOOKED_FOR ? `${problems.length}` : `at least ${problems.length}`;
  return new HaleconnectError("HC1005", {
    what: `The contract file has ${problems.length === 1 ? "an error" : `${count} errors`}`,
    where: file,
    why: problemsInWords(problems),
  });
}
