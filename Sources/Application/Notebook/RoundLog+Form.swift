package import Campaign
import Decks
package import Exchange
import Files
import Practice
import Scheduler
import Store

extension RoundLog {
  /// What stands above its form.
  package var remark: String {
    "\(interview.employer), round \(interview.round). What you take out is deleted."
  }

  /// A form for it.
  package func editing(_ names: FormNames, in workspace: Workspace) -> FormEditing<RoundLog> {
    var blank = interview
    (blank.isLogged, blank.notAsked) = (false, [])
    return FormEditing(
      blank: RoundLog(blank), names: names, employer: interview.employer, noun: "round log",
      folder: workspace.places.store.folder, which: interview.id.description,
      context: "round \(interview.round)")
  }
}
