const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether this can be the id of a row at all: it may come from a form that somebody changed. */
export function isUuid(id: string): boolean {
  return UUID.test(id);
}
