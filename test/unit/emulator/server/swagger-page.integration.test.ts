import { services } from "../../../../provider/contract";
import { startPlatform, type Platform } from "../support/visitor";

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.emulator.close());

const get = (path: string) => platform.anonymous.get(path);
const page = async () => (await get("/swagger/")).body as string;

/** What an attribute of the page says, wherever it stands. */
const valuesOf = async (attribute: string) =>
  [...(await page()).matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, "g"))].map(([, value]) => value as string);

/** The file to which an address in the page leads. */
const leadsTo = (address: string) => new URL(address, `${platform.emulator.url}/swagger/`).pathname;

/** What the page loads by itself. */
const loaded = async () => [...(await valuesOf("src")), ...(await valuesOf("href"))];

describe("the Swagger page", () => {
  it("is served without a token, as HTML", async () => {
    const { status, headers } = await get("/swagger/");
    expect({ status, type: headers.get("content-type") }).toEqual({ status: 200, type: "text/html; charset=utf-8" });
  });

  it("is found without the slash at the end, behind a prefix too", async () => {
    const response = await fetch(`${platform.emulator.url}/swagger`, { redirect: "manual" });
    expect({ status: response.status, location: response.headers.get("location") }).toEqual({
      status: 302,
      location: "swagger/",
    });
    expect((await fetch(`${platform.emulator.url}/swagger`)).url).toBe(`${platform.emulator.url}/swagger/`);
  });

  it("offers the document of every service, and each is there", async () => {
    const offered = (await valuesOf("value")).map(leadsTo);
    expect(offered).toEqual(services.map(({ folder }) => `${folder}/swagger.yaml`));
    for (const document of offered) {
      expect(await get(document)).toMatchObject({
        status: 200,
        body: expect.stringContaining('swagger: "2.0"') as string,
      });
    }
  });

  it("has a box for the URL, a box for the token and a button", async () => {
    expect(await valuesOf("name")).toEqual(expect.arrayContaining(["url", "api_key"]));
    expect(await page()).toContain("<button>Explore</button>");
  });

  it("loads files of the emulator, each with the type that a browser asks for", async () => {
    const types = await Promise.all(
      (await loaded()).map(async (address) => {
        const response = await fetch(`${platform.emulator.url}${leadsTo(address)}`);
        const bytes = (await response.arrayBuffer()).byteLength;
        const { status, headers } = response;
        return [address, status, headers.get("content-type"), bytes === Number(headers.get("content-length"))];
      }),
    );
    expect(types).toEqual([
      ["swagger-ui-bundle.js", 200, "text/javascript; charset=utf-8", true],
      ["page.mjs", 200, "text/javascript; charset=utf-8", true],
      ["favicon-32x32.png", 200, "image/png", true],
      ["swagger-ui.css", 200, "text/css; charset=utf-8", true],
      ["page.css", 200, "text/css; charset=utf-8", true],
    ]);
  });

  it("names no address of another server, and no file of its own from which a browser would load one", async () => {
    const own = ["/swagger/", "/swagger/page.css", "/swagger/page.mjs"];
    for (const path of own) {
      expect([path, ...((await text(path)).match(/(https?:)?\/\/[\w.-]+\.\w+/g) ?? [])]).toEqual([path]);
    }
    expect((await text("/swagger/swagger-ui.css")).match(/@import|url\((?!["']?data:)/g)).toBeNull();
  });

  it("lets the browser run only its scripts, and call only the emulator", async () => {
    const policy = (await get("/swagger/")).headers.get("content-security-policy")?.split("; ");
    expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'self'"]));
    expect(await page()).not.toMatch(/<script>|\son\w+=|javascript:/);
  });

  it("gives no other file, and takes no other method", async () => {
    for (const path of ["/swagger/package.json", "/swagger/..%2fpackage.json", "/swagger/page.css/"]) {
      expect((await get(path)).status).toBe(404);
    }
    expect((await platform.anonymous.post("/swagger/", {})).status).toBe(405);
  });

  it("is named by the greeting at /", async () => {
    expect((await get("/")).body).toContain(" /swagger/");
  });
});

async function text(path: string): Promise<string> {
  return (await fetch(`${platform.emulator.url}${path}`)).text();
}
