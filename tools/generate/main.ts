import fs from "node:fs";
import path from "node:path";
import * as prettier from "prettier";
import { kinds } from "../../provider/kinds";
import { fileNameOf } from "../../provider/kinds/files/file-name";
import { contractCheckSchema, contractFileSchema } from "./contract-file";
import { contractFilePage } from "./contract-file-page";
import { conformanceTest, specimenList } from "./conformance-tests";
import { driftReportSchema } from "./drift-report";
import { functionsPage } from "./functions";
import { errorsPage, referencePage } from "./reference";
import { servicesPage } from "./services";
import { dynamicModule, resourceClass, resourceIndex } from "./resource-class";

/** Writes every file that is printed from a declaration; with `--check` only tells which are not up to date. */
async function main(isCheck: boolean): Promise<void> {
  const root = path.resolve(__dirname, "..", "..");
  const stale: string[] = [];
  for (const [file, text] of Object.entries(printed())) {
    const target = path.join(root, file);
    const options = (await prettier.resolveConfig(target)) ?? {};
    const formatted = await prettier.format(text, { ...options, filepath: target });
    const current = fs.existsSync(target) ? fs.readFileSync(target, "utf8") : undefined;
    if (current !== formatted) {
      stale.push(file);
      if (!isCheck) {
        fs.mkdirSync(path.dirname(target), { recursive: true });
        fs.writeFileSync(target, formatted);
      }
    }
  }
  if (stale.length > 0) {
    console.log(`${isCheck ? "Not up to date, run `npm run generate`" : "Written"}: ${stale.join(", ")}`);
    process.exitCode = isCheck ? 1 : 0;
  }
}

function printed(): Record<string, string> {
  const files: Record<string, string> = {
    "docs/contract-file.md": contractFilePage(),
    "docs/errors.md": errorsPage(),
    "docs/haleconnect.contract-check.schema.json": contractCheckSchema(),
    "docs/haleconnect.contract.schema.json": contractFileSchema(),
    "docs/haleconnect.drift.schema.json": driftReportSchema(),
    "docs/reference/functions.md": functionsPage(),
    "docs/services.md": servicesPage(),
    "provider/resources/index.ts": resourceIndex(kinds),
    "test/conformance/specimens/index.ts": specimenList(kinds),
  };
  for (const kind of kinds) {
    files[`provider/resources/${fileNameOf(kind.name)}.ts`] = resourceClass(kind);
    files[`provider/dynamic/${fileNameOf(kind.name)}.ts`] = dynamicModule(kind);
    files[`docs/reference/${fileNameOf(kind.name)}.md`] = referencePage(kind);
    files[`test/conformance/conformance/${fileNameOf(kind.name)}.test.ts`] = conformanceTest(kind);
  }
  return files;
}

void main(process.argv.includes("--check"));
