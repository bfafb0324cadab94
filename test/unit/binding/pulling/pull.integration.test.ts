import { ownDocuments } from "../../../../provider/binding/documents";
import { problemsIn } from "../../../../provider/binding/file/consistency";
import { contractFileType } from "../../../../provider/binding/file/model";
import { FOUND_MISSING, pull, type PulledDocument } from "../../../../provider/binding/pulling/pull";
import { foreignDocuments } from "./foreign";

const told = { servers: ["https://platform.example"], date: "2026-01-31" };

describe("the contract file of another server", () => {
  const { file } = pull(foreignDocuments(), told);
  const operations = file.operations;

  it("has the form that is published", () => {
    expect(contractFileType.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
    expect(problemsIn(file, 100)).toEqual([]);
  });

  it("says what differs of an operation, and nothing of what is the same", () => {
    expect(operations["assignRole"]).toEqual({
      confirmed: false,
      document: "directory",
      id: "assignMember",
      method: "PUT",
      path: "/directory/v2/organizations/{organization_id}/members/{account_id}",
      parameters: { orgId: { to: "organization_id", as: "integer" }, userId: { to: "account_id", as: "integer" } },
      body: { role: "role_id" },
      answer: {
        user: { from: "account_id", as: "integer" },
        organisation: "asked:path.orgId",
        role: "role_id",
        roles: null,
        username: "login",
        fullName: "full_name",
        status: null,
        grantedBy: null,
        granted: null,
      },
      remarks: [
        "The server takes `role` only as one of: superuser, editor, viewer, datauploader.",
        "The provider needs `status` of the answer, and the server does not give it.",
      ],
    });
  });

  it("says where a list stands, and how it comes in pages", () => {
    expect(operations["getOrganisations"]).toMatchObject({
      list: "content",
      paging: { by: "page", page: "page", size: "size", first: 1, most: 200, total: "page.total_elements" },
    });
  });

  it("says how moments are written", () => {
    expect(operations["getOrganisation"]?.answer).toMatchObject({ created: { from: "audit.created_on", as: "iso" } });
  });

  it("finds fields in other objects, and says which the server lacks", () => {
    expect(operations["createOrganisation"]?.body).toEqual({
      name: "display_name",
      legalName: "legal.entity_name",
      description: "about",
      street: "contact.street_address",
      zip: "contact.postal_code",
      city: "contact.town",
      state: null,
      country: null,
      email: "contact.mail",
      phone: "contact.telephone",
      web: "contact.homepage",
    });
  });

  it("leaves a field to a person where it only may be the one", () => {
    expect(operations["createOrganisation"]?.remarks).toContain(
      "`country` may be `body:contact.country_code`. Nothing is bound until a person chooses.",
    );
  });

  it("says nothing of an answer that only tells whether a write succeeded", () => {
    expect(operations["deleteUser"]).not.toHaveProperty("answer");
  });

  it("has the candidates of what is not clear, without a method and a path", () => {
    expect(operations["getProfile"]).toEqual({
      candidates: [
        expect.stringMatching(/^accountById {2}GET \/identity\/v2\/accounts\/\{account_id\} \(\d+ points\)$/),
      ],
    });
  });

  it("says what is missing, and that nobody but pull said so", () => {
    expect(operations["getSystemInfo"]).toEqual({ missing: true, remarks: [FOUND_MISSING] });
  });

  it("says where an error has its message and its fields", () => {
    expect(file.errors).toEqual({
      message: "fault.reason",
      fields: "fault.details",
      field: "attribute",
      problem: "problem",
    });
  });

  it("binds no operation of the server twice", () => {
    const bound = Object.values(operations).flatMap(({ method, path }) =>
      method === undefined ? [] : [`${method} ${path ?? ""}`],
    );
    expect(bound.length).toBeGreaterThanOrEqual(15);
    expect(new Set(bound).size).toBe(bound.length);
  });
});

describe("the provider's own documents", () => {
  const documents = ownDocuments().map((read) => ({ name: read.name, from: read.name, read }));
  const { file } = pull(documents, told);

  it("are the same in every operation, and nothing else is said", () => {
    const others = Object.entries(file.operations).filter(
      ([, binding]) => Object.keys(binding).join() !== "same,document",
    );
    expect(others).toEqual([]);
    expect(file.errors).toBeUndefined();
  });
});

it("goes on without a document that cannot be read", () => {
  const broken: PulledDocument = { name: "broken", from: "broken.yaml", read: { problem: "it is empty" } };
  const { file } = pull([broken, ...foreignDocuments()], told);
  expect(file.documents["broken"]).toEqual({ from: "broken.yaml", problem: "it is empty" });
  expect(file.operations["login"]?.path).toBe("/identity/v2/sessions");
});

it("does not bind an operation whose path needs what the provider does not have", () => {
  const withTenant = foreignDocuments((name, text) =>
    name === "directory"
      ? text.replace(
          "/directory/v2/organizations/{organization_id}/children:",
          "/directory/v2/organizations/{organization_id}/children/{number}:",
        )
      : text,
  );
  const { file } = pull(withTenant, told);
  expect(file.operations["createSuborganisation"]).toEqual({
    candidates: [expect.stringContaining("addChildOrganization")],
    remarks: [expect.stringContaining("needs number, which the provider does not have")],
  });
});
