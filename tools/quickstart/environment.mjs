import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { pathToFileURL } from "node:url";
import path from "node:path";
import { places } from "./places.mjs";

/** What `pulumi` needs to know to go on with the quickstart's stack, for this process and for a person's shell. */
export function environmentOf(login) {
  return {
    PULUMI_HOME: places.pulumiHome,
    PULUMI_BACKEND_URL: pathToFileURL(places.state).href,
    PULUMI_CONFIG_PASSPHRASE: passphrase(),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    HALECONNECT_URL: login.url,
    HALECONNECT_USERNAME: login.username,
    HALECONNECT_PASSWORD: login.password,
  };
}

/** Random, and kept: the stack's secrets are encrypted with it. */
function passphrase() {
  if (!fs.existsSync(places.passphrase)) {
    fs.writeFileSync(places.passphrase, randomBytes(24).toString("base64url"), { mode: 0o600 });
    // Its salt belongs to a passphrase that is gone.
    fs.rmSync(places.stackConfig, { force: true });
  }
  return fs.readFileSync(places.passphrase, "utf8");
}

/** A file to source; for its owner alone, since it holds the password and the passphrase. */
export function writeEnvironment(engine, environment) {
  const lines = Object.entries(environment).map(([name, value]) => `export ${name}=${quoted(value)}`);
  const text = [
    "# For bash, zsh and sh:  . .haleconnect/quickstart/env.sh",
    `export PATH=${quoted(`${engine.directory}${path.delimiter}`)}"$PATH"`,
    ...lines,
    "",
  ].join("\n");
  fs.rmSync(places.environment, { force: true });
  fs.writeFileSync(places.environment, text, { mode: 0o600 });
}

function quoted(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
