import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { png } from "../support/pictures";
import { invalidFields, startPlatform, type Platform, type Reply } from "../support/visitor";

let data: string;
let platform: Platform;
beforeEach(async () => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), "emulator-upload-"));
  platform = await startPlatform({ dataDirectory: data });
});
afterEach(async () => {
  await platform.emulator.close();
  fs.rmSync(data, { recursive: true, force: true });
});

const logo = "/accounts/v1/organisations/1/logo";
const form = "multipart/form-data; boundary=----line";
const part = (disposition: string, content: string, end = "------line--\r\n") =>
  `------line\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: image/png\r\n\r\n${content}\r\n${end}`;

/** A body that is written by hand. */
async function put(contentType: string | undefined, body: string | Buffer): Promise<Reply> {
  const response = await fetch(`${platform.emulator.url}${logo}`, {
    method: "PUT",
    headers: {
      authorization: `Bearer ${platform.admin.token ?? ""}`,
      ...(contentType === undefined ? {} : { "content-type": contentType }),
    },
    body,
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** What lies where files are kept. */
function files(): string[] {
  const folder = path.join(data, "files");
  return fs.existsSync(folder) ? fs.readdirSync(folder) : [];
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe("a file that is sent", () => {
  it("is the part `file` of a form", async () => {
    const reply = await put(form, part('name="file"; filename="a.png"', "no picture, but a file"));
    expect(invalidFields(reply)).toEqual(["file"]);
    expect((await platform.admin.upload(logo, png)).status).toBe(200);
  });

  it.each([undefined, "application/json", "image/png", "multipart/mixed; boundary=x"])(
    "is refused as %p",
    async (type) => {
      const reply = await put(type, "{}");
      expect(reply).toMatchObject({ status: 400, body: { code: 400, error: true } });
      expect((reply.body as { message: string }).message).toContain("multipart/form-data");
      expect(files()).toEqual([]);
    },
  );

  it("is refused if the form does not name its boundary", async () => {
    expect((await put("multipart/form-data", "{}")).status).toBe(400);
  });

  it.each([
    ["has another name", part('name="picture"; filename="a.png"', "text")],
    ["is a field, not a file", part('name="file"', "text").replace("Content-Type: image/png\r\n", "")],
    ["is not there", "------line--\r\n"],
  ])("counts as missing if the part %s", async (_what, body) => {
    expect(invalidFields(await put(form, body))).toEqual(["file"]);
    expect(files()).toEqual([]);
  });

  it.each([
    ["within the part", part('name="file"; filename="a.png"', "text", "")],
    ["within the head", '------line\r\nContent-Disposition: form-data; name="file"; filen'],
    ["before it begins", ""],
    ["where no form begins", "nothing of a form"],
  ])("is refused if the form ends %s, and everything of it is removed", async (_what, body) => {
    expect(await put(form, body)).toMatchObject({ status: 400, body: { code: 400, error: true } });
    expect(files()).toEqual([]);
  });

  it.each([
    ["of another name", part('name="more"; filename="b.png"', "text"), "more"],
    ["that is a field", part('name="more"', "text").replace("Content-Type: image/png\r\n", ""), "more"],
    ["of the same name", part('name="file"; filename="b.png"', "text"), "file"],
  ])("comes alone: a second part %s is refused, with its name", async (_what, second, field) => {
    const [head = "", tail = ""] = part('name="file"; filename="a.png"', "PIXEL", "").split("PIXEL");
    const reply = await put(form, Buffer.concat([Buffer.from(head), png, Buffer.from(tail + second)]));
    expect(invalidFields(reply)).toEqual([field]);
    await until(() => files().length === 0);
  });

  it("may come without a name", async () => {
    const body = part('name="file"', "PIXEL").replace("image/png", "application/octet-stream");
    const [head = "", tail = ""] = body.split("PIXEL");
    const reply = await put(form, Buffer.concat([Buffer.from(head), png, Buffer.from(tail)]));
    expect(reply).toMatchObject({ status: 200, body: { logo: { type: "image/png" } } });
    expect((reply.body as { logo: object }).logo).not.toHaveProperty("name");
  });
});

describe("a file that is too large", () => {
  it("is refused and removed, and the next file is accepted", async () => {
    for (const more of [1, 20_000_000]) {
      const large = Buffer.alloc(1024 * 1024 + more);
      expect(await platform.admin.upload(logo, large)).toMatchObject({ status: 413, body: { code: 413, error: true } });
      expect(files()).toEqual([]);
    }
    expect((await platform.admin.upload(logo, png)).status).toBe(200);
  });

  it("begins with one byte more than the limit", async () => {
    const largest = Buffer.concat([png, Buffer.alloc(1024 * 1024 - png.length)]);
    expect((await platform.admin.upload(logo, largest)).status).toBe(200);
  });
});

describe("a client that goes away", () => {
  function begin(): http.ClientRequest {
    const request = http.request(`${platform.emulator.url}${logo}`, {
      method: "PUT",
      headers: {
        authorization: `Bearer ${platform.admin.token ?? ""}`,
        "content-type": form,
        "content-length": 1_000_000,
      },
    });
    request.on("error", () => undefined);
    request.write(part('name="file"; filename="a.png"', "the beginning", ""));
    return request;
  }

  it("in the middle of a file leaves nothing behind", async () => {
    const request = begin();
    await until(() => files().length === 1);
    request.destroy();
    await until(() => files().length === 0);
    expect((await platform.admin.get("/accounts/v1/organisations/1")).body).not.toHaveProperty("logo");
  });

  it("lets the emulator close", async () => {
    begin();
    await until(() => files().length === 1);
    await restart();
    expect(files()).toEqual([]);
  });

  it("before its file is looked at lets it close as well", async () => {
    await platform.anonymous.post("/_emulator/faults", {
      operation: "setOrganisationLogo",
      fault: "slow",
      seconds: 60,
    });
    const request = begin();
    const closed = closeOf(request);
    await untilMet();
    request.destroy();
    await closed;
    await restart();
    expect(files()).toEqual([]);
  });

  it("before its text is looked at lets it close as well", async () => {
    const fault = { operation: "updateOrganisation", fault: "slow", seconds: 60 };
    await platform.anonymous.post("/_emulator/faults", fault);
    const request = http.request(`${platform.emulator.url}/accounts/v1/organisations/1`, {
      method: "PUT",
      headers: { authorization: `Bearer ${platform.admin.token ?? ""}`, "content-type": "application/json" },
    });
    request.on("error", () => undefined);
    const closed = closeOf(request);
    request.end('{"city":"Dorf"}');
    await untilMet();
    request.destroy();
    await closed;
    await restart();
  });

  async function restart(): Promise<void> {
    await platform.emulator.close();
    platform = await startPlatform({ dataDirectory: data });
  }

  function closeOf(request: http.ClientRequest): Promise<void> {
    return new Promise((resolve) => request.once("close", resolve));
  }

  /** A fault that was met is no longer armed. */
  async function untilMet(): Promise<void> {
    await until(
      async () => JSON.stringify((await platform.anonymous.get("/_emulator/faults")).body) === '{"faults":[]}',
    );
  }
});

describe("a disk that cannot be written", () => {
  it("counts as the emulator's fault, not the client's", async () => {
    const said = jest.spyOn(console, "error").mockImplementation(() => undefined);
    fs.writeFileSync(path.join(data, "files"), "in the way");
    expect((await platform.admin.upload(logo, png)).status).toBe(500);
    expect(said).toHaveBeenCalled();
    said.mockRestore();
  });
});
