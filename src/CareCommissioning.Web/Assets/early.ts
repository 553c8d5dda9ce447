// First thing in the body, before anything is drawn: tells the styles that scripts run, so that nothing jumps.
// A file of its own because the Content-Security-Policy allows no script in the page.
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('nhsuk-frontend-supported');
}
