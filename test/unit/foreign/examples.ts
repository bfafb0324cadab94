import { form, type Json, secretOfAll, type World } from "./client";

/** A call that has to succeed. Each makes what it needs. */
export interface Example {
  params?: Record<string, string | number>;
  query?: string;
  body?: Json | FormData;
}

type Make = (world: World) => Example | Promise<Example>;

const contact = {
  street_address: "Hauptstr. 1",
  postal_code: "12345",
  town: "Aheim",
  country_code: "DE",
  mail: "post@aheim.example",
  telephone: "+49 123 4567",
  homepage: "https://aheim.example",
};

const newOrganization = (world: World): Json => ({
  display_name: world.name(),
  legal: { entity_name: "Gemeinde Aheim" },
  about: "A small town.",
  contact,
  extra_attributes: { ags: "01001001" },
});

const inOrganization = async (world: World, body?: Json): Promise<Example> => {
  const params = { organization_id: await world.organization() };
  return body ? { params, body } : { params };
};

const ofAccount = async (world: World, body?: Json): Promise<Example> => {
  const params = { account_id: (await world.account(await world.organization())).id };
  return body ? { params, body } : { params };
};

const inBucket = async (world: World, body?: Json | FormData, key?: string): Promise<Example> => {
  const bucket_uuid = await world.bucket(await world.organization());
  const params = key === undefined ? { bucket_uuid } : { bucket_uuid, key };
  return body ? { params, body } : { params };
};

const ofFile = async (world: World): Promise<Example> => {
  const bucket_uuid = await world.bucket(await world.organization());
  await world.admin.want("POST", `/storage/v3/buckets/${bucket_uuid}/files`, form("a b.gml", "<a/>"));
  return { params: { bucket_uuid, file_name: "a b.gml" } };
};

const ofMember = async (world: World, body?: Json): Promise<Example> => {
  const organization_id = await world.organization();
  const params = { organization_id, account_id: (await world.account(organization_id)).id };
  return body ? { params, body } : { params };
};

const ofCatalogue = async (world: World): Promise<Example> => {
  const organization_id = await world.organization();
  const path = `/catalogue/v1/organizations/${organization_id}/csw-settings`;
  await world.admin.want("PATCH", path, { service_title: "Catalogue" });
  return { params: { organization_id } };
};

/** At least one call for each operation, by its id. */
export const examples: Record<string, Make[]> = {
  openSession: [({ foreign }) => ({ body: { login: foreign.username, secret: foreign.password } })],
  listAccounts: [
    () => ({}),
    async (world) => {
      const { params } = await ofMember(world);
      return { query: `page=1&size=1&organization_id=${params?.["organization_id"] ?? ""}` };
    },
  ],
  registerAccount: [async (world) => ({ body: world.accountDraft(await world.organization(), "editor") })],
  currentAccount: [() => ({})],
  accountById: [(world) => ofAccount(world), () => ({ params: { account_id: 1 } })],
  amendAccount: [(world) => ofAccount(world, { person: { full_name: "Ada Example" }, active: false })],
  closeAccount: [(world) => ofAccount(world)],
  resetSecret: [(world) => ofAccount(world, { new_secret: secretOfAll })],
  listRoles: [() => ({})],

  listOrganizations: [
    () => ({}),
    async (world) => {
      await world.organization(await world.organization());
      return { query: "page=2&size=1" };
    },
  ],
  addRootOrganization: [
    (world) => ({ body: { display_name: world.name() } }),
    (world) => ({ body: newOrganization(world) }),
  ],
  organizationById: [
    (world) => inOrganization(world),
    async (world) => ({ params: { organization_id: await world.organization(await world.organization()) } }),
  ],
  amendOrganization: [(world) => inOrganization(world, { about: "Changed", contact, extra_attributes: { a: "b" } })],
  addChildOrganization: [(world) => inOrganization(world, newOrganization(world))],
  listMembers: [async (world) => ofMember(world)],
  assignMember: [(world) => ofMember(world, { role_id: "datauploader" })],
  withdrawMember: [(world) => ofMember(world)],

  buckets: [
    async (world) => {
      await inBucket(world);
      await inBucket(world);
      return { query: "limit=1" };
    },
    () => ({}),
  ],
  makeBucket: [
    async (world) => ({
      body: { title: "Roads", owner: { kind: "organization", id: await world.organization() }, engine: "git" },
    }),
    () => ({ body: { title: "Own", owner: { kind: "account", id: 1 }, engine: "s3" } }),
  ],
  bucketByUuid: [
    async (world) => {
      const { params = {} } = await inBucket(world);
      const path = `/storage/v3/buckets/${params["bucket_uuid"] ?? ""}/properties/theme`;
      await world.admin.want("PUT", path, { value: "roads" });
      return { params };
    },
  ],
  renameBucket: [(world) => inBucket(world, { title: "Rivers" })],
  dropBucket: [(world) => inBucket(world)],
  putProperty: [(world) => inBucket(world, { value: "roads" }, "theme")],
  dropProperty: [
    async (world) => {
      const { params = {} } = await inBucket(world, undefined, "theme");
      const path = `/storage/v3/buckets/${params["bucket_uuid"] ?? ""}/properties/theme`;
      await world.admin.want("PUT", path, { value: "roads" });
      return { params };
    },
  ],
  files: [(world) => ofFile(world)],
  storeFile: [(world) => inBucket(world, form("übersicht.gml", "<gml/>"))],
  dropFile: [(world) => ofFile(world)],
  fileContent: [(world) => ofFile(world)],

  removeOrganization: [true, false].map((dry_run) => async (world) => {
    const organization_id = await world.organization();
    await world.account(await world.organization(organization_id));
    await world.bucket(organization_id);
    return { body: { organization_id, dry_run } };
  }),

  readCswSettings: [(world) => inOrganization(world), (world) => ofCatalogue(world)],
  amendCswSettings: [
    (world) =>
      inOrganization(world, {
        service_title: "Catalogue",
        service_abstract: "All of Aheim",
        keywords: ["roads"],
        provider: {
          name: "Aheim",
          site: "https://aheim.example",
          contact: { person: "Ada", mail: "ada@aheim.example" },
        },
        languages: { default: "eng", supported: ["ger", "eng"] },
      }),
  ],
  activateCsw: [(world) => ofCatalogue(world)],
  deactivateCsw: [(world) => ofCatalogue(world)],
};
