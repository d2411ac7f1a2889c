/** The name under which the system knows who runs this; `unknown` where it has none. */
export async function currentUser(): Promise<string> {
  const { userInfo } = await import('node:os');
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}
