import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { organisation, startPlatform, strong, user, Visitor, type Platform } from "./support/visitor";

let data: string;
beforeEach(() => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), "emulator-administrator-"));
});
afterEach(() => {
  fs.rmSync(data, { recursive: true, force: true });
});

const users = "/accounts/v1/users";
const start = () => startPlatform({ dataDirectory: data });

/** What an administrator does, then the next start, which logs in with what it prints. */
async function after(act: (platform: Platform) => Promise<unknown>): Promise<Platform> {
  const first = await start();
  await act(first);
  await first.emulator.close();
  return start();
}

describe("an administrator who was deleted", () => {
  it("is replaced by the next start, under the next name, since the old one stays taken (docs/platform.md#users)", async () => {
    const { emulator, admin } = await after(async (first) => first.admin.delete(`${users}/1`));
    expect(emulator.username).toBe("admin2");
    expect((await admin.get(`${users}/2/profile`)).body).toMatchObject({
      id: "2",
      username: "admin2",
      email: "admin2@operator.example",
      screenName: "Administrator",
      orgRoles: { "1": "orgAdmin" },
    });
    expect((await admin.get("/accounts/v1/organisations")).body).toMatchObject([{ id: "1", name: "Operator" }]);
    expect((await admin.post("/accounts/v1/organisations", { name: "Land" })).status).toBe(201);
    await emulator.close();
    const third = await start();
    expect(third.emulator).toMatchObject({ username: "admin2", password: emulator.password });
    await third.emulator.close();
  });

  it("takes the password along: the next one has another", async () => {
    let former = "";
    const { emulator, anonymous } = await after(async (first) => {
      former = first.emulator.password;
      return first.admin.delete(`${users}/1`);
    });
    expect(emulator.password).not.toBe(former);
    await expect(anonymous.as("admin2", former)).rejects.toThrow("Wrong credentials");
    await emulator.close();
  });

  it("is replaced under a name and an address that nobody has", async () => {
    const { emulator } = await after(async ({ admin }) => {
      await user(admin, "admin2", "1", "user");
      const third = { username: "third", fullName: "Third", email: "admin3@operator.example" };
      await admin.post(users, { ...third, organisation: "1", role: "user", password: strong });
      return admin.delete(`${users}/1`);
    });
    expect(emulator.username).toBe("admin4");
    await emulator.close();
  });

  it("is replaced even if no organisation is left", async () => {
    const { emulator, admin } = await after(async (first) => {
      await first.admin.delete("/actions/organisations/1");
      return first.admin.delete(`${users}/1`);
    });
    expect((await admin.get("/accounts/v1/organisations")).body).toMatchObject([{ id: "2", name: "Operator" }]);
    await emulator.close();
  });
});

describe("an administrator who is deactivated", () => {
  it("comes back with the next start, since nobody else could reactivate them", async () => {
    const { emulator } = await after(async ({ admin }) => {
      expect((await admin.send("PUT", `${users}/1/deactivation`)).status).toBe(200);
    });
    expect(emulator.username).toBe("admin");
    await emulator.close();
  });
});

describe("an administrator's new password", () => {
  it("is the one that the next start prints", async () => {
    const password = "Moonshine-42";
    const { emulator } = await after(async ({ admin, emulator: first }) =>
      admin.put(`${users}/1/password`, { password, currentPassword: first.password }),
    );
    expect(emulator.password).toBe(password);
    await emulator.close();
  });

  it("can also be set with a mailed link", async () => {
    const { emulator } = await after(async ({ anonymous }) => {
      await anonymous.post("/accounts/v1/passwords/resets", { username: "admin" });
      const { mails } = (await anonymous.get("/_emulator/mails")).body as { mails: { key: string }[] };
      return anonymous.put("/accounts/v1/passwords/resets", { key: mails[0]?.key, password: "Moonshine-42" });
    });
    expect(emulator.password).toBe("Moonshine-42");
    await emulator.close();
  });

  it("gives way to one that the start gets", async () => {
    await (
      await after(async ({ admin, emulator }) =>
        admin.put(`${users}/1/password`, { password: "Moonshine-42", currentPassword: emulator.password }),
      )
    ).emulator.close();
    const { emulator } = await startPlatform({ dataDirectory: data, administratorPassword: "Starshine-42" });
    expect(emulator.password).toBe("Starshine-42");
    await emulator.close();
  });

  it("stays hidden if it is that of another user", async () => {
    const { emulator } = await after(async ({ admin }) => {
      await organisation(admin, "Land", "1");
      const erika: Visitor = await user(admin, "erika", "2", "user");
      return erika.put(`${users}/2/password`, { password: "Moonshine-42", currentPassword: strong });
    });
    expect(emulator.password).not.toBe("Moonshine-42");
    await emulator.close();
  });
});
