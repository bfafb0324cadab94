import fs from "node:fs";
import path from "node:path";
import { ensureEngine } from "../../../provider/engine";
import { keepTexts } from "../../support/stage";
import { makeBegunStack } from "./begun-stack";
import { installPackage, versionOf } from "./installed-package";

/** Once for all end-to-end tests: the engine in front of PATH, the packed package installed from its tarball, and an empty stack. */
export default async function setUp(): Promise<void> {
  if (!fs.existsSync(path.resolve(__dirname, "..", "..", "..", "dist", "provider", "index.js"))) {
    throw new Error("The package is not built: run `npm test`, which builds it first");
  }
  const engine = await ensureEngine({});
  process.env["PATH"] = [engine.directory, process.env["PATH"]].join(path.delimiter);
  const { folder } = await installPackage(process.env["HALECONNECT_TEST_SDK"] ?? versionOf("@pulumi/pulumi"));
  await keepTexts(folder);
  process.env["HALECONNECT_TEST_INSTALLED"] = folder;
  process.env["HALECONNECT_TEST_BEGUN_STACK"] = await makeBegunStack();
}
