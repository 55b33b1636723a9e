/** Makes a value when it is first asked for and keeps it; what it was made of is let go then. */
export function once<T>(make: () => T): () => T {
  let state: { readonly made: false; readonly make: () => T } | { readonly made: true; readonly value: T } = {
    made: false,
    make,
  };
  return () => {
    if (!state.made) state = { made: true, value: state.make() };
    return state.value;
  };
}
