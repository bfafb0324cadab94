import { execFile, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { environmentOf } from "./measure.mjs";
import { writePrograms } from "./programs.mjs";

const run = promisify(execFile);

/** So many objects are made by the engine; the others are copies of them in the state. */
const MADE = 12;

/** A stack with so many organisations, or resources that do nothing in their place. The engine has not made most of them. */
export async function stackOf({ installed, emulator, objects, program, outputs, kind, whenMade }) {
  const isOurs = kind === "Organisation";
  const name = isOurs ? "ours" : "baseline";
  const home = fs.mkdtempSync(path.join(installed, "home-"));
  fs.mkdirSync(path.join(home, "state"));
  const env = await environmentOf(home, emulator);
  const folder = writePrograms(installed, { program, outputs }, MADE)[name];
  const pulumi = (...args) => run("pulumi", [...args, "--non-interactive"], { cwd: folder, env, maxBuffer: 2 ** 30 });
  await pulumi("stack", "select", "--create", "drift");
  await pulumi("up", "--yes", "--skip-preview");
  await whenMade?.({ folder, env });
  const { stdout } = await pulumi("stack", "export");
  const exported = JSON.parse(stdout);
  const more = await copies(
    exported.deployment.resources,
    objects,
    isOurs ? (body) => made(emulator, body) : undefined,
  );
  exported.deployment.resources.push(...more);
  const text = JSON.stringify(exported);
  await imported(text, { cwd: folder, env });
  // The program has all of them as well, for an engine that runs it.
  writePrograms(installed, { program, outputs }, objects);
  const { stdout: kept } = await pulumi("stack", "export");
  return { folder, env, stateBytes: Buffer.byteLength(kept) };
}

/** Municipalities, each in the place of the first one that the engine made. */
async function copies(resources, objects, make) {
  const template = resources.find(({ urn }) => urn.endsWith("::unit2"));
  const counties = resources.filter(({ urn }) => /::unit(1|11)$/.test(urn));
  const all = [];
  for (let i = MADE; i < objects; i++) {
    const county = counties[i % counties.length];
    const text = JSON.stringify(template)
      .replaceAll(/\bunit2\b/g, `unit${i}`)
      .replaceAll(/\b(Unit|City|number) 2\b/g, `$1 ${i}`);
    const copy = JSON.parse(text);
    const parent = county.id;
    copy.inputs.parent = parent;
    copy.outputs.parent = parent;
    copy.dependencies = [county.urn];
    copy.propertyDependencies = { ...copy.propertyDependencies, parent: [county.urn] };
    copy.id = make === undefined ? String(i + 1) : undefined;
    all.push(copy);
  }
  if (make !== undefined) {
    await inTurns(all, async (copy) => {
      const { id, created } = await make(copy.inputs);
      copy.id = id;
      copy.outputs.created = created;
    });
  }
  return all.map((copy) => ({
    ...copy,
    outputs: { ...copy.outputs, ...("id" in copy.outputs ? { id: copy.id } : {}) },
  }));
}

/** Twenty at a time. */
async function inTurns(items, work) {
  const left = [...items];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      await work(next);
    }
  };
  await Promise.all(Array.from({ length: 20 }, worker));
}

const tokens = new Map();

/** One login for each platform. */
export async function tokenOf({ url, username, password }) {
  if (!tokens.has(url)) {
    const { token } = await post(`${url}/accounts/v1/auth/login`, { username, password });
    tokens.set(url, token);
  }
  return tokens.get(url);
}

async function made(emulator, { name, parent, legalName, description, contact }) {
  const { url } = emulator;
  const body = { name, legalName, description, ...contact };
  return post(`${url}/accounts/v1/organisations/${parent}/suborganisations`, body, await tokenOf(emulator));
}

async function post(address, body, bearer) {
  const answer = await fetch(address, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
  }
  return answer.json();
}

/** `pulumi stack import` reads from standard input. */
function imported(text, options) {
  return new Promise((resolve, reject) => {
    const child = spawn("pulumi", ["stack", "import", "--non-interactive"], {
      ...options,
      stdio: ["pipe", "ignore", "inherit"],
    });
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(`The import ends with ${code}`))));
    child.stdin.end(text);
  });
}
