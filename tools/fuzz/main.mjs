import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { build } from "../run/build.mjs";
import { installDependencies } from "../run/dependencies.mjs";
import { heading, root, run, StepFailed } from "../run/process.mjs";
import { keepToLoopback } from "./loopback.mjs";
import { choose } from "./options.mjs";
import { installSchemathesis } from "./schemathesis.mjs";

/** What every answer has to keep to: never a fault of the server, and nothing that its document does not declare. */
const checks = [
  "not_a_server_error",
  "status_code_conformance",
  "content_type_conformance",
  "response_headers_conformance",
  "response_schema_conformance",
  "negative_data_rejection",
  "unsupported_method",
  "allow_header_conformance",
  "ignored_auth",
  "use_after_free",
  "ensure_resource_availability",
];

/**
 * Sends the embedded hale»connect whatever its own documents allow and forbid, one document at a time, each on an
 * emulator of its own. The same seed sends the same.
 */
export async function fuzz(args) {
  const { count, seconds, seed, only } = choose(args);
  await installDependencies();
  await build();
  const require = createRequire(import.meta.url);
  const { startEmulator } = require(path.join(root, "dist", "emulator", "index.js"));
  const { services } = require(path.join(root, "dist", "provider", "contract", "index.js"));
  const chosen = services.filter(({ name }) => only.length === 0 || only.includes(name));
  if (chosen.length === 0) {
    throw new StepFailed(
      `there is no service of that name. There are ${services.map(({ name }) => name).join(", ")}`,
      2,
    );
  }
  keepToLoopback();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-fuzz-"));
  const faulty = [];
  try {
    const schemathesis = await installSchemathesis(folder);
    for (const service of chosen) {
      heading(service.name);
      const emulator = await startEmulator();
      try {
        await run(
          `The run of ${service.name}`,
          schemathesis,
          [
            "run",
            `${emulator.url}${service.folder}/swagger.yaml`,
            ...["--header", `Authorization: Bearer ${await tokenOf(emulator)}`],
            ...["--checks", checks.join()],
            ...["--max-examples", String(count), "--max-time", String(seconds), "--seed", String(seed)],
            ...["--workers", "1", "--request-timeout", "20", "--warnings", "off", "--continue-on-failure"],
            ...["--suppress-health-check", "all"],
          ],
          { cwd: folder, env: { ...process.env, NO_PROXY: "*", PYTHONUTF8: "1" } },
        );
      } catch (error) {
        if (!(error instanceof StepFailed) || error.signal !== null) {
          throw error;
        }
        faulty.push(service.name);
      } finally {
        await emulator.close();
      }
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  if (faulty.length > 0) {
    throw new StepFailed(`something was found in ${faulty.join(", ")}. The seed was ${seed}.`);
  }
}

async function tokenOf({ url, username, password }) {
  const answer = await fetch(`${url}/accounts/v1/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
  return (await answer.json()).token;
}
