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

/** What a person's shell may hold for another platform; none of it is meant for the quickstart. */
const foreign = [
  "HALECONNECT_TOKEN",
  "HALECONNECT_CA_FILE",
  "HALECONNECT_CONCURRENCY",
  "HALECONNECT_REQUESTS_PER_SECOND",
  "HALECONNECT_TIMEOUT_SECONDS",
  "HALECONNECT_ALLOW_DESIGNED",
  "HALECONNECT_BELIEVE_ABSENCE",
];

/** The environment of the quickstart's own commands. */
export function withEnvironment(environment, env = process.env) {
  const kept = Object.entries(env).filter(([name]) => !foreign.includes(name));
  return { ...Object.fromEntries(kept), ...environment, ...withoutProxyHere(env) };
}

/** Pulumi's own processes speak to each other on this machine, and would do so through a proxy. */
function withoutProxyHere(env) {
  const names = ["NO_PROXY", "no_proxy"];
  const given = names.map((name) => env[name] ?? "").find((value) => value !== "") ?? "";
  const value = [given, "127.0.0.1", "localhost"].filter((part) => part !== "").join(",");
  const hasProxy = Object.keys(env).some((name) => /^(https?|all|grpc)_proxy$/i.test(name));
  return hasProxy ? Object.fromEntries(names.map((name) => [name, value])) : {};
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

/** Files to source; for their owner alone, since they hold the password and the passphrase. */
export function writeEnvironment(engine, environment) {
  const all = { ...environment, ...withoutProxyHere(process.env) };
  for (const [file, text] of [
    [places.environment, forShells(engine.directory, all)],
    [places.environmentForPowerShell, forPowerShell(engine.directory, all)],
  ]) {
    fs.rmSync(file, { force: true });
    fs.writeFileSync(file, text, { mode: 0o600 });
  }
}

export function forShells(engine, environment) {
  return [
    "# For bash, zsh and sh:  . .haleconnect/quickstart/env.sh",
    `export PATH=${quoted(`${engine}${path.delimiter}`)}"$PATH"`,
    `unset ${foreign.join(" ")}`,
    ...Object.entries(environment).map(([name, value]) => `export ${name}=${quoted(value)}`),
    "",
  ].join("\n");
}

export function forPowerShell(engine, environment) {
  return [
    "# For PowerShell:  . .haleconnect/quickstart/env.ps1",
    `$env:PATH = ${quotedForPowerShell(`${engine}${path.delimiter}`)} + $env:PATH`,
    ...foreign.map((name) => `Remove-Item Env:${name} -ErrorAction SilentlyContinue`),
    ...Object.entries(environment).map(([name, value]) => `$env:${name} = ${quotedForPowerShell(value)}`),
    "",
  ].join("\n");
}

function quoted(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function quotedForPowerShell(text) {
  return `'${text.replaceAll("'", "''")}'`;
}
