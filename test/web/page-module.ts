/**
 * A module of the page by its name. Its types are those of a browser, which tests are not compiled for: they
 * name what they use of it.
 */
export async function pageModule<T>(name: string): Promise<T> {
  return (await import(`../../web/src/${name}.ts`)) as T;
}
