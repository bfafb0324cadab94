import { boundError } from "../../../../provider/binding/applying/errors";

const form = { message: "fault.reason", fields: "fault.details", field: "attribute", problem: "problem" };

describe("the body of an error in the provider's words", () => {
  it("has the message and the invalid fields", () => {
    const details = [{ attribute: "display_name", problem: "is taken" }];
    expect(boundError(form, { fault: { reason: "Refused.", details } })).toEqual({
      message: "Refused.",
      fields: [{ field: "display_name", message: "is taken" }],
    });
  });

  it("names a field as the provider does, if the file says how the server calls it", () => {
    const details = ["contact.mail", "organization_id", "display_name"].map((attribute) => ({
      attribute,
      problem: "x",
    }));
    const binding = {
      body: { email: "contact.mail", organisation: { to: "organization_id", as: "integer" }, state: null },
      parameters: { orgId: "path:display_name" },
    } as const;
    expect(boundError(form, { fault: { details } }, binding)).toEqual({
      fields: ["email", "organisation", "orgId"].map((field) => ({ field, message: "x" })),
    });
  });

  it("keeps the server's name where the whole body is one field", () => {
    const body = { fault: { details: [{ attribute: "title", problem: "too long" }] } };
    expect(boundError(form, body, { body: { "": "title" } })).toEqual({
      fields: [{ field: "title", message: "too long" }],
    });
  });

  it("takes `field` and `message` for the names in the list if the file does not say", () => {
    const body = { error: "no", issues: [{ field: "name", message: "too long" }] };
    expect(boundError({ message: "error", fields: "issues" }, body)).toEqual({
      message: "no",
      fields: [{ field: "name", message: "too long" }],
    });
  });

  it.each([null, "text", [], {}, { fault: null }, { fault: { reason: { code: 1 }, details: "none" } }])(
    "of another form than told is empty: %j",
    (body) => {
      expect(boundError(form, body)).toEqual({});
    },
  );

  it("keeps its message beside a list that is broken", () => {
    expect(boundError(form, { fault: { reason: "Refused.", details: [null, { attribute: 7 }] } })).toEqual({
      message: "Refused.",
      fields: [
        { field: "", message: "" },
        { field: "", message: "" },
      ],
    });
  });
});
