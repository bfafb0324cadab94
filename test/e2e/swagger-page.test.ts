import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { chromium, type Browser } from "playwright-core";
import { services } from "../../provider/contract";
import type { Emulator } from "../../emulator";
import { cleanEnvironment } from "../support/clean-environment";
import { firstLineOf } from "../unit/emulator/support/own-process";
import { findChromium } from "./support/chromium";
import { installedFolder } from "./support/installed-folder";
import { SwaggerPage } from "./support/swagger-page";
import { program, Tenant } from "./support/tenant";

const executablePath = findChromium();
const inBrowser = executablePath === undefined ? it.skip : it;
if (executablePath === undefined) {
  console.warn("No Chromium starts on this machine, so nothing tries the Swagger page in one (HALECONNECT_CHROMIUM).");
}

let server: ChildProcess;
let emulator: Emulator;
let browser: Browser;
let swagger: SwaggerPage;

beforeEach(async () => {
  const haleconnect = path.join(installedFolder(), "node_modules/pulumi-haleconnect/dist/provider/cli/main.js");
  server = spawn(process.execPath, [haleconnect, "emulator", "--json"], {
    env: cleanEnvironment(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  emulator = await firstLineOf(server);
  browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }) });
  swagger = new SwaggerPage(await browser.newPage({ viewport: { width: 1100, height: 700 } }));
  await swagger.open(emulator.url);
});
afterEach(async () => {
  await browser.close();
  server.kill();
  await once(server, "exit");
});

/** Logs in with the Login operation, and gives what it answers, as a person would copy it. */
async function logIn({ username, password }: Pick<Emulator, "username" | "password"> = emulator): Promise<string> {
  const { status, body } = await swagger.tryOut("login", { username, password });
  expect(status).toBe(200);
  return (body as { token: string }).token;
}

inBrowser("a person logs in, pastes the token, creates an organisation and sees it in the list", async () => {
  expect(await swagger.tryOut("createOrganisation", { name: "Land Beispiel" })).toMatchObject({ status: 401 });
  await swagger.paste(await logIn());
  expect(await swagger.tryOut("createOrganisation", { name: "Land Beispiel" })).toMatchObject({ status: 201 });
  const { status, body } = await swagger.tryOut("getOrganisations");
  expect({ status, names: (body as { name: string }[]).map(({ name }) => name) }).toEqual({
    status: 200,
    names: ["Operator", "Land Beispiel"],
  });
  await takePicture();
});

inBrowser(
  "a program takes over an organisation made on the page, and a refresh shows what is changed there",
  async () => {
    const land = 'new Organisation("land", { name: "Land Beispiel", contact: { city: "Aue" }, adopt: "required" });';
    const tenant = await Tenant.start(installedFolder(), program(land));
    try {
      await swagger.open(tenant.emulator.url);
      await swagger.paste(await logIn(tenant.emulator));
      const made = await swagger.tryOut("createOrganisation", { name: "Land Beispiel" });
      const { id: orgId } = made.body as { id: string };
      expect((await tenant.stack.up()).summary.resourceChanges).toEqual({ create: 2 });
      expect(await swagger.tryOut("updateOrganisation", { city: "Neustadt" }, { orgId })).toMatchObject({
        status: 200,
        body: { id: orgId, name: "Land Beispiel", city: "Neustadt" },
      });
      const refreshed = await tenant.pulumi(["refresh", "--yes", "--diff", "--non-interactive", "--color", "never"]);
      expect(refreshed).toMatchObject({
        code: 0,
        output: expect.stringMatching(/city *: "Aue" => "Neustadt"/) as string,
      });
    } finally {
      await tenant.stop();
    }
  },
);

inBrowser("the pasted token may have its quotes or its prefix, and goes out as a Bearer token", async () => {
  const token = await logIn();
  for (const pasted of [`"${token}"`, `Bearer ${token}`, ` ${token}\n`]) {
    await swagger.paste(pasted);
    const sent = swagger.page.waitForRequest(/v1\/organisations/);
    await swagger.tryOut("getOrganisations");
    expect((await sent).headers()["authorization"]).toBe(`Bearer ${token}`);
  }
});

inBrowser("each document opens from the list, and by its address with Explore", async () => {
  for (const { title } of [...services].reverse()) {
    await swagger.pick(title);
  }
  await swagger.pick("actions");
  await swagger.explore(`${emulator.url}/store/data/swagger.yaml`);
  await swagger.title("bucket_service (Bucket)").waitFor();
  await swagger.paste("no token");
  expect(await swagger.tryOut("getBuckets")).toMatchObject({ status: 401 });
});

inBrowser("the page asks nobody but the emulator, and the browser has nothing to complain of", async () => {
  const { asked, complaints } = swagger.watch();
  await swagger.open(emulator.url);
  await swagger.paste(await logIn());
  await swagger.tryOut("getOrganisations");
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((url) => !url.startsWith(`${emulator.url}/`))).toEqual([]);
  expect(complaints).toEqual([]);
});

/** The picture in the README, of the last answer below the boxes. */
async function takePicture(): Promise<void> {
  if (process.env["HALECONNECT_SCREENSHOTS"] === "1") {
    const file = path.resolve(__dirname, "../../docs/images/swagger.png");
    await swagger.scrollToAnswer("getOrganisations");
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await swagger.page.screenshot({ path: file });
  }
}
