import { FactClient, type Declared } from "./client";

let accounts: FactClient;
beforeAll(async () => {
  accounts = await FactClient.start("/accounts");
});
afterAll(() => accounts.emulator.close());

describe("documents", () => {
  it("docs/platform.md#hosts-and-services: the document of accounts lies above the version segment, its base path has it", async () => {
    const { url } = accounts.emulator;
    expect((await fetch(`${url}/accounts/swagger.yaml`)).status).toBe(200);
    expect((await fetch(`${url}/accounts/v1/swagger.yaml`)).status).toBe(404);
    expect(accounts.document).toMatchObject({ swagger: "2.0", basePath: "/accounts/v1" });
  });

  it.each([
    "actions",
    "resources",
    "store/data",
    "store/schemas",
    "store/projects",
    "store/metadata",
    "store/attachments",
  ])("docs/platform.md#hosts-and-services: %s has a document too", async (service) => {
    expect((await fetch(`${accounts.emulator.url}/${service}/swagger.yaml`)).status).toBe(200);
  });

  it("docs/platform.md#hosts-and-services: only GET, POST, PUT and DELETE are used", async () => {
    expect(accounts.operations.filter(({ method }) => !["GET", "POST", "PUT", "DELETE"].includes(method))).toEqual([]);
    const patched = await fetch(`${accounts.emulator.url}/accounts/v1/organisations/1`, { method: "PATCH" });
    expect(patched.ok).toBe(false);
  });

  it("docs/platform.md#user-service: title, description and the tags that the screenshot and generated classes prove", () => {
    const { info, tags } = accounts.document;
    expect(info).toMatchObject({
      title: "wetransform.to User Service",
      description: "Login and user management",
    });
    expect(tags.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Admin", "Configuration", "Login", "Organisations", "Permissions", "Users"]),
    );
  });

  it("docs/platform.md#login-and-tokens: the security definition is called bearer and is of the type apiKey, in a header", () => {
    expect(accounts.document.securityDefinitions).toMatchObject({ bearer: { type: "apiKey", in: "header" } });
  });
});

/** As the generated Java client has it: `UsersApi.getProfile(userIdOrScreenName): UserInfo`. */
function signature({ tags, operationId, parameters, responses }: Declared): string {
  const typeOf = (schema: { $ref?: string; type?: string } | undefined) =>
    schema?.$ref?.replace("#/definitions/", "") ?? schema?.type ?? "nothing";
  const args = parameters.map(({ name, schema }) => (schema === undefined ? name : typeOf(schema)));
  return `${tags.join()}Api.${operationId}(${args.join(", ")}): ${typeOf((responses["200"] ?? responses["201"])?.schema)}`;
}

describe("operations that hale studio calls", () => {
  it.each([
    "LoginApi.login(Credentials): Token",
    "UsersApi.getProfileOfCurrentUser(): UserInfo",
    "UsersApi.getProfile(userIdOrScreenName): UserInfo",
    "OrganisationsApi.getOrganisation(orgId): OrganisationInfo",
    "PermissionsApi.getResourcePermissionInfo(resourceType, permission): object",
  ])("docs/platform.md#operations-of-public-clients: %s", (expected) => {
    expect(accounts.operations.map(signature)).toContain(expected);
  });

  it.each([
    "BucketsApi.createBucketWithOwner(ownerType, ownerId, NewBucket): BucketIdent",
    "BucketsApi.setBucketProperty(ownerType, ownerId, bucketId, property, object): Feedback",
    "BucketsApi.getBucketInfo(ownerType, ownerId, bucketId): BucketDetail",
    "BucketsApi.getBuckets(contextOrganisation, details): array",
    "FilesApi.addFiles(ownerType, ownerId, bucketId, file): Feedback",
    "FilesApi.getProjectFilesAsZip(ownerType, ownerId, bucketId): file",
    "PermissionsApi.testBucketPermission(permission, combinedBucketId): nothing",
  ])("docs/platform.md#operations-of-public-clients: %s in the project store", async (expected) => {
    const projects = await accounts.service("/store/projects");
    expect(projects.operations.map(signature)).toContain(expected);
  });

  it("docs/platform.md#login-and-tokens, docs/platform.md#user-service: the models have the fields that its code reads and sets", () => {
    const fieldsOf = (model: string) => Object.keys(accounts.document.definitions[model]?.properties ?? {});
    expect(fieldsOf("Credentials").sort()).toEqual(["password", "username"]);
    expect(fieldsOf("Token")).toEqual(["token"]);
    expect(fieldsOf("UserInfo")).toEqual(expect.arrayContaining(["id", "screenName", "fullName", "orgRoles"]));
    expect(fieldsOf("OrganisationInfo")).toEqual(expect.arrayContaining(["id", "name"]));
    expect(accounts.document.definitions["UserInfo"]?.properties["orgRoles"]?.type).toBe("object");
  });

  it("docs/platform.md#login-and-tokens: a wrong login is declared as `default`, with {code, message, error}", () => {
    expect(accounts.operation("login").responses["default"]?.schema?.$ref).toBe("#/definitions/ErrorInfo");
    const { code, message, error } = accounts.document.definitions["ErrorInfo"]?.properties ?? {};
    expect([code?.type, message?.type, error?.type]).toEqual(["integer", "string", "boolean"]);
  });
});
