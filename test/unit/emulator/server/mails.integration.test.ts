import { Outbox } from "../../../../emulator/services/outbox";
import { mailsOf, startPlatform, type Platform } from "../support/visitor";

let platform: Platform;
beforeEach(async () => {
  platform = await startPlatform({ newSecret: () => "the key" });
});
afterEach(() => platform.emulator.close());

const request = () => platform.anonymous.post("/accounts/v1/passwords/resets", { username: "admin" });

describe("the outbox", () => {
  it("holds the mails of the platform, with the key of the link", async () => {
    expect(await mailsOf(platform)).toEqual([]);
    await request();
    expect(await mailsOf(platform)).toEqual([
      { to: "admin@operator.example", subject: "Set a new hale»connect password", key: "the key" },
    ]);
  });

  it("is emptied on demand", async () => {
    await request();
    expect((await platform.anonymous.delete("/_emulator/mails")).body).toEqual({ mails: [] });
    expect(await mailsOf(platform)).toEqual([]);
  });

  it("keeps only the latest mails", () => {
    const outbox = new Outbox();
    for (let number = 1; number <= 25_000; number++) {
      outbox.post({ to: "erika@users.example", subject: String(number) });
    }
    expect(outbox.list()).toHaveLength(10_000);
    expect(outbox.list()[0]?.subject).toBe("15001");
    expect(outbox.list().at(-1)?.subject).toBe("25000");
  });
});
