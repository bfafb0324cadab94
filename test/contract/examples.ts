/** One call of each operation that a fresh emulator answers as declared, in an order in which they all can be made. */
export const examples: Readonly<Record<string, Example>> = {
  login: { body: ({ username, password }) => ({ username, password }) },
  getProfileOfCurrentUser: {},
  getProfile: { path: { userIdOrScreenName: "1" } },
  createUser: {
    body: () => ({
      username: "erika",
      fullName: "Erika Muster",
      email: "erika@users.example",
      organisation: "1",
      role: "themeManager",
      password: "Sunshine-42",
    }),
  },
  getOrganisation: { path: { orgId: "1" } },
  getOrganisations: {},
  getSuborganisations: { path: { orgId: "1" } },
  createOrganisation: { body: () => ({ name: "Land" }) },
  createSuborganisation: {
    path: { orgId: "1" },
    body: () => ({ name: "Kreis", legalName: "Der Kreis", email: "info@kreis.example" }),
  },
  updateOrganisation: { path: { orgId: "2" }, body: () => ({ city: "Musterstadt" }) },
  getResourcePermissionInfo: { path: { resourceType: "TransformationProject", permission: "create" } },
  previewOrganisationDeletion: { path: { orgId: "2" } },
  deleteOrganisation: { path: { orgId: "2" } },
};

export interface Example {
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: (login: { readonly username: string; readonly password: string }) => unknown;
}
