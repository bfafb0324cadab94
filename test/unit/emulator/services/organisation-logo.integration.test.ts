import { createHash } from "node:crypto";
import { gif, jpeg, png, svg } from "../support/pictures";
import { invalidFields, organisation, startPlatform, user, type Platform, type Visitor } from "../support/visitor";

let platform: Platform;
let admin: Visitor;
let time: number;
beforeEach(async () => {
  time = 1_800_000_000_000;
  platform = await startPlatform({ now: () => time });
  admin = platform.admin;
  await organisation(admin, "Land", "1");
});
afterEach(() => platform.emulator.close());

const organisations = "/accounts/v1/organisations";
const logo = `${organisations}/2/logo`;

describe("the logo of an organisation (docs/platform.md#organisations: JPEG or PNG)", () => {
  it.each([
    ["PNG", png, "image/png"],
    ["JPEG", jpeg, "image/jpeg"],
  ])("may be a %s, by its content, whatever the sender calls it", async (_what, content, type) => {
    const stored = await admin.upload(logo, content, "Wappen Köln.bin", "application/octet-stream");
    expect(stored).toMatchObject({
      status: 200,
      body: {
        id: "2",
        logo: {
          name: "Wappen Köln.bin",
          type,
          bytes: content.length,
          sha256: createHash("sha256").update(content).digest("hex"),
          stored: time,
        },
      },
    });
    const got = await admin.download(logo);
    expect(got).toMatchObject({ status: 200, bytes: content });
    expect(got.headers.get("content-type")).toBe(type);
    expect((await admin.get(`${organisations}/2`)).body).toEqual(stored.body);
  });

  it.each([
    ["a GIF", gif],
    ["an SVG", svg],
    ["a text", Buffer.from("no picture")],
    ["nothing", Buffer.alloc(0)],
    ["the mere head of a PNG", png.subarray(0, 12)],
    ["a JPEG without a size", jpeg.subarray(0, 20)],
  ])("is refused as %s, even if it is called a PNG", async (_what, content) => {
    expect(invalidFields(await admin.upload(logo, content, "logo.png", "image/png"))).toEqual(["file"]);
    expect((await admin.get(logo)).status).toBe(404);
  });

  it("is refused if it is larger than a megabyte", async () => {
    const large = Buffer.concat([png, Buffer.alloc(1024 * 1024)]);
    expect(await admin.upload(logo, large)).toMatchObject({ status: 413, body: { code: 413, error: true } });
  });

  it("replaces the former one, and can be removed once", async () => {
    await admin.upload(logo, png);
    await admin.upload(logo, jpeg);
    expect((await admin.download(logo)).bytes).toEqual(jpeg);
    expect(await admin.delete(logo)).toMatchObject({ status: 200, body: { error: false } });
    expect((await admin.get(`${organisations}/2`)).body).not.toHaveProperty("logo");
    expect((await admin.delete(logo)).status).toBe(404);
    expect((await admin.get(logo)).status).toBe(404);
  });

  it("stays when the organisation is edited", async () => {
    await admin.upload(logo, png);
    await admin.put(`${organisations}/2`, { city: "Musterstadt" });
    expect((await admin.download(logo)).bytes).toEqual(png);
  });

  it("may be changed by those who edit the organisation, and read by those who see it", async () => {
    const member = await user(admin, "member", "2", "themeManager");
    const stranger = await user(admin, "stranger", await organisation(admin, "Anderes Land"), "orgAdmin");
    await admin.upload(logo, png);
    expect((await member.upload(logo, jpeg)).status).toBe(403);
    expect((await member.delete(logo)).status).toBe(403);
    expect((await member.download(logo)).bytes).toEqual(png);
    expect((await stranger.upload(logo, jpeg)).status).toBe(404);
    expect((await stranger.get(logo)).status).toBe(404);
  });
});
