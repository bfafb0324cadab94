/** Where the packed package was installed for all end-to-end tests of this run. */
export function installedFolder(): string {
  const folder = process.env["HALECONNECT_TEST_INSTALLED"];
  if (folder === undefined) {
    throw new Error("The end-to-end tests need the packed package: start them with `npm test`");
  }
  return folder;
}
