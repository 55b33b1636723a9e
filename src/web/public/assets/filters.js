/** Filters apply at once: what is chosen is the address. */
document.documentElement.classList.add('scripted');

for (const form of document.querySelectorAll('form[data-apply-at-once]')) {
  if (!(form instanceof HTMLFormElement)) continue;
  form.addEventListener('change', () => form.requestSubmit());
  form.addEventListener('formdata', (event) => {
    // An address without the filters that are not set is one that can be read and shared.
    for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name);
  });
}
