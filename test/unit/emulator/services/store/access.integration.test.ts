import { bucket, listed, type StoreName, type TestBucket } from "../../support/buckets";
import { organisation, startPlatform, user, type Platform, type Reply, type Visitor } from "../../support/visitor";

// 1 Operator > 2 Land > 3 Kreis > 4 Gemeinde; 5 Partner, 6 Fernes Land. The buckets are those of 3.
const people = {
  above: ["2", "orgAdmin"],
  superuser: ["3", "orgAdmin"],
  themeManager: ["3", "themeManager"],
  dataManager: ["3", "dataManager"],
  member: ["3", "user"],
  below: ["4", "dataManager"],
  partner: ["5", "user"],
  collaborator: ["6", "user"],
  stranger: ["6", "orgAdmin"],
} as const;
type Person = keyof typeof people | "administrator" | "anonymous";

let platform: Platform;
let admin: Visitor;
let visitors: Record<Person, Visitor>;
beforeAll(async () => {
  platform = await startPlatform();
  admin = platform.admin;
  for (const [name, parent] of [["Land", "1"], ["Kreis", "2"], ["Gemeinde", "3"], ["Partner"], ["Fernes Land"]]) {
    await organisation(admin, name ?? "", parent);
  }
  const made: [string, Visitor][] = [];
  for (const [name, [id, role]] of Object.entries(people)) {
    made.push([name, await user(admin, name, id, role)]);
  }
  visitors = { ...Object.fromEntries(made), administrator: admin, anonymous: platform.anonymous } as typeof visitors;
});
afterAll(() => platform.emulator.close());

const collaboratorId = "9";
const everybody = (): Person[] => Object.keys(visitors) as Person[];
const yes = ({ status }: Reply) => status >= 200 && status < 300;

async function whoMay(act: (by: Visitor, person: Person) => Promise<Reply>, denied: number[]): Promise<Person[]> {
  const allowed: Person[] = [];
  for (const person of everybody()) {
    const reply = await act(visitors[person], person);
    if (yes(reply)) {
      allowed.push(person);
    } else {
      expect(denied).toContain(reply.status);
    }
  }
  return allowed;
}

const testFor = (store: StoreName, permission: string, { combinedId }: TestBucket) =>
  whoMay((by) => by.get(`/store/${store}/permissions/${permission}/${combinedId}`), [403]);

/** By the roles of docs/platform.md#roles-and-permissions. */
const managers: Person[] = ["above", "superuser", "administrator"];
const byRole: Record<StoreName, { read: Person[]; edit: Person[] }> = {
  data: { read: [...managers, "themeManager", "dataManager"], edit: [...managers, "themeManager", "dataManager"] },
  metadata: { read: [...managers, "themeManager", "dataManager"], edit: [...managers, "themeManager", "dataManager"] },
  attachments: {
    read: [...managers, "themeManager", "dataManager"],
    edit: [...managers, "themeManager", "dataManager"],
  },
  // Of those above one's own organisation, too; a Superuser above edits and deletes them, and by that sees them.
  schemas: {
    read: ["superuser", "administrator", "themeManager", "dataManager", "below"],
    edit: [...managers, "themeManager"],
  },
  projects: { read: [...managers, "themeManager", "dataManager", "below"], edit: [...managers, "themeManager"] },
};
const stores = Object.keys(byRole) as StoreName[];

describe.each(stores)("a bucket of an organisation in the store of %s", (store) => {
  const { read, edit } = byRole[store];
  const sees = [...new Set([...read, ...edit])];
  let made: TestBucket;
  beforeAll(async () => {
    made = await bucket(admin, store, "org/3");
    await admin.add(made.files, "eins", "eins");
  });

  it("may be read, edited and deleted as the roles say (docs/platform.md#roles-and-permissions)", async () => {
    expect((await testFor(store, "read", made)).sort()).toEqual([...read].sort());
    expect((await testFor(store, "edit", made)).sort()).toEqual([...edit].sort());
    expect((await testFor(store, "delete", made)).sort()).toEqual([...edit].sort());
  });

  it("is visible only to them: others get 404", async () => {
    for (const path of [made.path, made.files, `${made.files}/eins`, made.zip]) {
      expect((await whoMay((by) => by.get(path), [404])).sort()).toEqual([...sees].sort());
    }
    for (const person of everybody()) {
      expect((await listed(visitors[person], store)).includes(made.combinedId)).toBe(sees.includes(person));
    }
  });

  it("may be changed by its editors; others get 403 if they see it, 404 if they do not", async () => {
    for (const act of [
      (by: Visitor) => by.put(`${made.path}/p/author`, "Erika"),
      (by: Visitor) => by.add(made.files, "zwei", "zwei"),
      (by: Visitor) => by.say(`${made.path}/name`, "Bestand"),
    ]) {
      for (const person of everybody()) {
        const { status } = await act(visitors[person]);
        const denied = person === "anonymous" ? 401 : sees.includes(person) ? 403 : 404;
        expect([person, status]).toEqual([person, edit.includes(person) ? 200 : denied]);
      }
    }
  });

  it("may be created by its editors", async () => {
    const allowed = await whoMay((by) => by.post(`/store/${store}/buckets/org/3`, {}), [401, 403, 404]);
    expect(allowed.sort()).toEqual([...edit].sort());
  });
});

describe("access beyond the roles", () => {
  const readers = byRole.data.read;

  it("everybody may only read what is public", async () => {
    const made = await bucket(admin, "data", "org/3");
    await admin.put(`${made.path}/p/sharingOptions`, { public: true });
    expect(await testFor("data", "read", made)).toEqual(everybody());
    expect((await testFor("data", "edit", made)).sort()).toEqual([...byRole.data.edit].sort());
    expect((await visitors.stranger.put(`${made.path}/p/author`, "x")).status).toBe(403);
    expect((await platform.anonymous.get(made.zip)).status).toBe(200);
    await admin.put(`${made.path}/p/sharingOptions`, { public: false });
    expect((await testFor("data", "read", made)).sort()).toEqual([...readers].sort());
  });

  it("the members of an organisation may read what is shared with it", async () => {
    const made = await bucket(admin, "data", "org/3");
    const shared = await admin.send("POST", `${made.path}/sharing/5`);
    expect(shared).toMatchObject({ status: 201, body: { sharedWith: [{ organisation: "5", sharedBy: "1" }] } });
    expect((await admin.send("POST", `${made.path}/sharing/5`)).status).toBe(409);
    expect((await admin.send("POST", `${made.path}/sharing/3`)).status).toBe(409);
    expect((await admin.send("POST", `${made.path}/sharing/4711`)).status).toBe(404);
    expect((await testFor("data", "read", made)).sort()).toEqual([...readers, "partner"].sort());
    expect((await visitors.partner.delete(`${made.path}/sharing/5`)).status).toBe(403);
    expect((await admin.delete(`${made.path}/sharing/5`)).status).toBe(200);
    expect((await admin.delete(`${made.path}/sharing/5`)).status).toBe(404);
    expect((await testFor("data", "read", made)).sort()).toEqual([...readers].sort());
  });

  it("a collaborator may read and edit it, but not delete it", async () => {
    const made = await bucket(admin, "data", "org/3");
    const added = await admin.send("POST", `${made.path}/collaborators/${collaboratorId}`);
    expect(added).toMatchObject({ status: 201, body: { collaborators: [{ user: collaboratorId, addedBy: "1" }] } });
    expect((await admin.send("POST", `${made.path}/collaborators/${collaboratorId}`)).status).toBe(409);
    expect((await admin.send("POST", `${made.path}/collaborators/4711`)).status).toBe(404);
    for (const permission of ["read", "edit"]) {
      expect(await testFor("data", permission, made)).toContain("collaborator");
    }
    expect(await testFor("data", "delete", made)).not.toContain("collaborator");
    expect((await visitors.collaborator.put(`${made.path}/p/author`, "x")).status).toBe(200);
    expect((await visitors.collaborator.delete(made.path)).status).toBe(403);
    expect((await admin.delete(`${made.path}/collaborators/${collaboratorId}`)).status).toBe(200);
    expect((await admin.delete(`${made.path}/collaborators/${collaboratorId}`)).status).toBe(404);
    expect((await visitors.collaborator.get(made.path)).status).toBe(404);
  });

  it("a user may read, edit and delete what is the user's own, but not create it", async () => {
    const made = await bucket(admin, "projects", `user/${collaboratorId}`);
    for (const permission of ["read", "edit", "delete"]) {
      expect((await testFor("projects", permission, made)).sort()).toEqual(["administrator", "collaborator"]);
    }
    const again = await visitors.collaborator.post(`/store/projects/buckets/user/${collaboratorId}`, {});
    expect(again.status).toBe(403);
    expect((await visitors.collaborator.delete(made.path)).status).toBe(200);
  });

  it("a permission that requires another follows it (docs/platform.md#roles-and-permissions)", async () => {
    const made = await bucket(admin, "projects", "org/3");
    await admin.put(`${made.path}/p/sharingOptions`, { public: true });
    expect(await testFor("projects", "comment", made)).toEqual(everybody());
    expect((await testFor("projects", "createTask", made)).sort()).toEqual([...byRole.projects.edit].sort());
  });

  it("a missing bucket gives everybody 403, as hale studio expects", async () => {
    for (const id of ["org.3.4711", "no combined id"]) {
      expect((await admin.get(`/store/projects/permissions/read/${encodeURIComponent(id)}`)).status).toBe(403);
    }
  });
});
