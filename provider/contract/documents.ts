/**
 * Folders of the services that publish a document of their operations, each at `<folder>/swagger.yaml`
 * (docs/platform.md#services-and-documents). The provider uses only some of them.
 */
export const documentFolders = [
  "/accounts",
  "/store/data",
  "/store/schemas",
  "/store/projects",
  "/store/metadata",
  "/store/attachments",
  "/interactions",
  "/schemas",
  "/projects",
  "/workflows",
  "/resources",
  "/reports",
  "/actions",
] as const;
