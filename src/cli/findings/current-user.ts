/** Who decides where nobody is named: the user of the system, as far as that tells. */
export async function currentUser(): Promise<string> {
  const { userInfo } = await import('node:os');
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}
