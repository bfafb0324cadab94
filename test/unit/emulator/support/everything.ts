import { bucket } from "./buckets";
import { inOrder } from "./in-order";
import { interactions, interactionsOf } from "./interactions";
import { jobs } from "./jobs";
import { png } from "./pictures";
import { organisation, strong, user, type Mail, type Reply, type Visitor } from "./visitor";

const stores = ["data", "schemas", "projects", "metadata", "attachments"] as const;
const v1 = "/accounts/v1";

/** What was said in confidence while everything happened. */
export interface Secrets {
  readonly passwords: readonly string[];
  readonly tokens: readonly string[];
  /** Keys of links that were not used. */
  readonly openKeys: { readonly activation: string; readonly passwordReset: string };
  readonly usedKeys: readonly string[];
}

/** Lets everything happen once that can happen to a platform, on a fresh one. */
export async function everything(admin: Visitor): Promise<Secrets> {
  await organisationsAndRoles(admin);
  const tokens = await tokensOf(admin);
  await settings(admin);
  await buckets(admin);
  await contents(admin);
  await themes(admin);
  await interactions(admin);
  await jobs(admin);
  const { usedKeys, openKeys } = await accounts(admin);
  await endings(admin);
  return { passwords: [strong, "Moonshine-42", "Starshine-42"], tokens, usedKeys, openKeys };
}

// 1 Operator > 2 Land > 3 Kreis; 4 Anderes Land, 5 Altes Land. Users: 2 superuser, 3 member, 4 invited, 5 gone.
async function organisationsAndRoles(admin: Visitor): Promise<void> {
  await organisation(admin, "Land", "1");
  await organisation(admin, "Kreis", "2");
  await organisation(admin, "Anderes Land");
  await organisation(admin, "Altes Land");
  await user(admin, "superuser", "2", "orgAdmin");
  await user(admin, "member", "3", "user");
  const invited = await user(admin, "invited", "4", "user");
  await user(admin, "gone", "5", "user");
  await inOrder(
    () => admin.put(`${v1}/organisations/2`, { city: "Musterstadt", email: "info@land.example" }),
    () => admin.put(`${v1}/organisations/2/customFields`, { Kennung: "06" }),
    () => admin.upload(`${v1}/organisations/2/logo`, png, "wappen.png"),
    () => admin.upload(`${v1}/organisations/3/logo`, png, "wappen.png"),
    () => admin.delete(`${v1}/organisations/3/logo`),
    () => admin.send("POST", `${v1}/organisations/2/sharing/4`),
    () => admin.send("POST", `${v1}/organisations/2/sharing/5`),
    () => admin.send("POST", `${v1}/organisations/3/sharing/4`),
    () => admin.delete(`${v1}/organisations/3/sharing/4`),
    () => admin.post(`${v1}/organisations/3/members`, { user: "4", role: "user" }),
    () => admin.put(`${v1}/organisations/3/members/4`, { role: "themeManager" }),
    () => admin.post(`${v1}/organisations/5/members`, { user: "4", role: "user" }),
    () => admin.post(`${v1}/organisations/4/members`, { user: "2", role: "user" }),
    () => admin.delete(`${v1}/organisations/4/members/2`),
    () =>
      admin.post(`${v1}/organisations/2/invitations`, {
        username: "invited",
        email: "invited@users.example",
        role: "user",
      }),
    () =>
      admin.post(`${v1}/organisations/4/invitations`, {
        username: "member",
        email: "member@users.example",
        role: "user",
      }),
    () => invited.send("PUT", `${v1}/organisations/2/invitations`),
  );
}

async function tokensOf(admin: Visitor): Promise<string[]> {
  const replies = await inOrder(
    () => admin.post(`${v1}/tokens`, { name: "one", organisation: "2" }),
    () => admin.post(`${v1}/tokens`, { name: "two", organisation: "2", reminder: 1 }),
    () => admin.post(`${v1}/tokens`, { name: "three", organisation: "5" }),
    () => admin.post(`${v1}/tokens`, { name: "four", organisation: "2" }),
    () => admin.post(`${v1}/tokens/2/regeneration`, { validDays: 3 }),
    () => admin.send("PUT", `${v1}/tokens/1/revocation`),
    () => admin.delete(`${v1}/tokens/4`),
  );
  return replies.flatMap((body) => (body as { token?: string }).token ?? []);
}

async function settings(admin: Visitor): Promise<void> {
  const of = (id: string) => `/resources/organisations/${id}`;
  const geometry = '{"type":"Point","coordinates":[8.65,49.87]}';
  await inOrder(
    () => admin.put(`${of("2")}/capacity`, { points: 20_000 }),
    () => admin.put(`${of("2")}/mapConfiguration`, { baseMap: "https://maps.land.example/wms", layers: ["a"] }),
    () => admin.put(`${of("2")}/mapConfiguration`, { copyright: "© Land", layers: [] }),
    () => admin.upload(`${of("2")}/geometry`, geometry, "gebiet"),
    () => admin.upload(`${of("3")}/geometry`, geometry, "gebiet"),
    () => admin.delete(`${of("3")}/geometry`),
    () => admin.put(`${of("2")}/other`, { eventsSubscribed: true }),
    () => admin.put(`${of("2")}/featureToggles`, { datasetSeries: true }),
    () => admin.put(`${of("2")}/cswEndpoint`, {}),
    () => admin.put(`${of("2")}/csw`, { gemetKeywords: ["soil"], temporalExtent: { begin: "2020-01-01" } }),
    () => admin.put(`${of("3")}/cswEndpoint`, {}),
    () => admin.delete(`${of("3")}/cswEndpoint`),
  );
}

// One that stays, with everything that a bucket can have, and one that goes.
async function buckets(admin: Visitor): Promise<void> {
  const { path, files } = await bucket(admin, "projects", "org/2", { driver: "git" });
  const gone = await bucket(admin, "data", "org/3");
  await inOrder(
    () => admin.say(`${path}/name`, "Straßen"),
    () => admin.put(`${path}/p/author`, "Erika Muster"),
    () => admin.put(`${path}/p/sharingOptions`, { public: true }),
    () => admin.put(`${path}/p/version`, "1"),
    () => admin.delete(`${path}/p/version`),
    () => admin.add(files, "<kept/>", "ordner/kept.xml"),
    () => admin.add(files, "gone", "gone.txt"),
    () => admin.delete(`${files}/gone.txt`),
    () => admin.send("POST", `${path}/sharing/4`),
    () => admin.send("POST", `${path}/sharing/3`),
    () => admin.delete(`${path}/sharing/3`),
    () => admin.send("POST", `${path}/collaborators/4`),
    () => admin.send("POST", `${path}/collaborators/3`),
    () => admin.delete(`${path}/collaborators/3`),
    () => admin.add(gone.files, "gone too", "gone.txt"),
    () => admin.delete(gone.path),
  );
}

// A schema that stays with its profile, and a profile that goes; a project that is linked with the schema.
async function contents(admin: Visitor): Promise<void> {
  const source = { kind: "preset", preset: "inspire-ps-4.0" };
  const made = await admin.post("/schemas/schemas/org/2", { name: "Schutzgebiete", version: "4.0", source });
  const schema = (made.body as { id: string }).id;
  const profile = { name: "Kreis", schema, mandatoryFeatureTypes: ["ProtectedSite"] };
  const kept = await admin.post("/schemas/profiles/org/2", profile);
  const gone = await admin.post("/schemas/profiles/org/2", profile);
  const addressOf = ({ body }: Reply) => {
    const { ownerId = "", id = "" } = body as { ownerId?: string; id?: string };
    return `/schemas/profiles/org/${ownerId}/${id.split(".")[2] ?? ""}`;
  };
  const project = await bucket(admin, "projects", "org/2");
  await inOrder(
    () => Promise.resolve(made),
    () => admin.put(addressOf(kept), { version: "1", author: "Erika Muster" }),
    () => admin.delete(addressOf(gone)),
    () => admin.put(`/projects/projects/org/2/${project.id}/schemas`, { target: [schema] }),
  );
}

// A theme that stays, of which a dataset is, and one that goes.
async function themes(admin: Visitor): Promise<void> {
  const path = "/resources/themes/org/2";
  const form = { name: "Straßen", subscribed: true, viewServices: { wms: ["1.3.0"], srs: ["EPSG:25832"] } };
  const kept = (await admin.post(path, form)).body as { id: string };
  const gone = (await admin.post(path, { name: "Alte Straßen", baseTheme: kept.id })).body as { id: string };
  const dataset = await bucket(admin, "data", "org/2");
  await inOrder(
    () => admin.put(`${path}/${kept.id.split(".")[2] ?? ""}`, { type: "Custom", viewServices: { srs: [] } }),
    () => admin.put(`${path}/${kept.id.split(".")[2] ?? ""}`, { subscribed: false }),
    () => admin.put(`${path}/${kept.id.split(".")[2] ?? ""}`, { subscribed: true }),
    () => admin.put(`${dataset.path}/p/theme`, kept.id),
    () => admin.delete(`${path}/${gone.id.split(".")[2] ?? ""}`),
  );
}

// Users 6 waits for the activation; 7 registered, 8 registered and was confirmed.
async function accounts(admin: Visitor): Promise<Pick<Secrets, "usedKeys" | "openKeys">> {
  const named = (username: string) => ({ username, fullName: username, email: `${username}@users.example` });
  const reset = (username: string) => admin.post(`${v1}/passwords/resets`, { username });
  await inOrder(
    () => admin.put(`${v1}/configuration/registration`, { selfRegistration: true, activationHours: 100 }),
    () => admin.post(`${v1}/users`, { ...named("waiting"), organisation: "2", role: "user" }),
    () => admin.post(`${v1}/registrations`, { ...named("open"), password: strong }),
    () => admin.post(`${v1}/registrations`, { ...named("confirmed"), password: strong }),
  );
  const confirmation = await keyFor(admin, "confirmed");
  await inOrder(
    () => admin.put(`${v1}/registrations`, { key: confirmation }),
    () => reset("superuser"),
  );
  const forSuperuser = await keyFor(admin, "superuser");
  await inOrder(
    () => admin.put(`${v1}/passwords/resets`, { key: forSuperuser, password: "Moonshine-42" }),
    () => admin.put(`${v1}/users/3/password`, { password: "Starshine-42" }),
    () => reset("invited"),
    () => admin.put(`${v1}/users/3`, { phone: "06151 1", screenName: "Mitglied", customFields: { a: "b" } }),
    () => admin.send("PUT", `${v1}/users/3/deactivation`),
    () => admin.send("PUT", `${v1}/users/2/deactivation`),
    () => admin.delete(`${v1}/users/2/deactivation`),
  );
  return {
    usedKeys: [confirmation, forSuperuser],
    openKeys: { activation: await keyFor(admin, "waiting"), passwordReset: await keyFor(admin, "invited") },
  };
}

async function endings(admin: Visitor): Promise<void> {
  await inOrder(
    () => admin.delete("/actions/organisations/5"),
    () => admin.delete(`${v1}/users/5`),
  );
}

/** What a platform shows of itself to an administrator. */
export async function shownTo(admin: Visitor): Promise<Record<string, unknown>> {
  const organisations = (await admin.get(`${v1}/organisations`)).body as { id: string }[];
  const paths = [
    `${v1}/organisations`,
    `${v1}/users?deleted=true`,
    `${v1}/tokens`,
    `${v1}/configuration/registration`,
    `${v1}/admin/system`,
    "/resources/organisations",
    "/schemas/schemas",
    "/schemas/profiles",
    "/projects/projects",
    "/resources/themes",
    "/workflows/jobs",
    "/workflows/testRuns",
    "/workflows/services",
    ...stores.map((store) => `/store/${store}/overview?includeFiles=true`),
    ...(await interactionsOf(admin)),
    ...organisations.flatMap(({ id }) => [
      `${v1}/organisations/${id}/members`,
      `${v1}/organisations/${id}/logo`,
      `/resources/organisations/${id}/geometry`,
    ]),
  ];
  const answers = await Promise.all(
    paths.map(async (path) => {
      const { status, bytes } = await admin.download(path);
      return [path, `${status} ${bytes.toString("latin1").replaceAll(admin.url, "")}`];
    }),
  );
  return Object.fromEntries(answers) as Record<string, unknown>;
}

async function keyFor(admin: Visitor, username: string): Promise<string> {
  const { mails } = (await admin.get("/_emulator/mails")).body as { mails: Mail[] };
  const keys = mails.filter(({ to, key }) => to === `${username}@users.example` && key !== undefined);
  return keys.at(-1)?.key ?? "no key was mailed";
}
