import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { heading, root, tool } from "./process.mjs";

const sources = ["provider", "emulator", "tsconfig.json", "tsconfig.build.json", "package-lock.json"];
const dist = path.join(root, "dist");
const stamp = path.join(dist, ".inputs");

/** Compiles the package when a source differs from those of the last build. */
export async function build() {
  const inputs = fingerprint();
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === inputs) {
    return;
  }
  heading("Build");
  // The output of a source that is gone would otherwise be published for ever.
  fs.rmSync(dist, { recursive: true, force: true });
  await tool("The build", "typescript", ["-p", "tsconfig.build.json"]);
  addPage();
  offerCommand();
  fs.writeFileSync(stamp, inputs);
}

/**
 * The emulator's page for the browser: this project's files, and those of Swagger UI with its licence. So users need not
 * install the package swagger-ui-dist, which brings a script that reports each installation.
 */
function addPage() {
  const page = path.join("emulator", "server", "swagger", "browser");
  const to = path.join(dist, page);
  fs.cpSync(path.join(root, page), to, { recursive: true });
  const from = path.join(root, "node_modules", "swagger-ui-dist");
  for (const name of swaggerUi) {
    fs.copyFileSync(path.join(from, name), path.join(to, name));
  }
}

const swaggerUi = [
  "swagger-ui.css",
  "swagger-ui-bundle.js",
  "swagger-ui-bundle.js.LICENSE.txt",
  "favicon-32x32.png",
  "LICENSE",
  "NOTICE",
];

/** `npx haleconnect` in this folder is the command that was built here; npm links only those of dependencies. */
function offerCommand() {
  const command = path.join(dist, "provider", "cli", "main.js");
  const link = path.join(root, "node_modules", ".bin", "haleconnect");
  fs.chmodSync(command, 0o755);
  fs.rmSync(link, { force: true });
  if (process.platform !== "win32") {
    fs.symlinkSync(path.relative(path.dirname(link), command), link);
  }
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((source) => filesBelow(path.join(root, source))).sort()) {
    hash.update(`${path.relative(root, file)}\n`).update(fs.readFileSync(file));
  }
  return hash.digest("hex");
}

function filesBelow(place) {
  return fs.statSync(place).isDirectory()
    ? fs.readdirSync(place).flatMap((name) => filesBelow(path.join(place, name)))
    : [place];
}
