use super::*;
use crate::testing::World;

fn satisfaction() -> SurveyForm {
    SurveyForm {
        title: "How did we do?".to_owned(),
        audience: "victim".to_owned(),
        began_on: "2026-01-01".to_owned(),
        ended_on: None,
    }
}

fn counted(handed_out: i32, returned: i32, answers: &[(&str, i32)]) -> SurveyCount {
    SurveyCount {
        counted_on: "2026-03-01".to_owned(),
        handed_out,
        returned,
        answers: answers
            .iter()
            .map(|(answer, times)| GivenAnswer {
                question: "Did somebody call back?".to_owned(),
                answer: (*answer).to_owned(),
                times: *times,
            })
            .collect(),
    }
}

#[test]
fn sheets_and_answers_add_up_over_all_counts() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &satisfaction()).unwrap().id;
    count(&mut file, &id, &counted(30, 4, &[("yes", 3), ("no", 1)])).unwrap();
    count(&mut file, &id, &counted(10, 5, &[("yes", 5)])).unwrap();
    let survey = list(&file).unwrap().remove(0);
    assert_eq!((survey.handed_out, survey.returned), (40, 9));
    let times: Vec<(&str, i32)> = survey
        .answers
        .iter()
        .map(|given| (&*given.answer, given.times))
        .collect();
    assert_eq!(times, [("no", 1), ("yes", 8)]);
    assert!(file.verify().unwrap().ok);
}

#[test]
fn no_more_come_back_than_were_handed_out_and_no_answer_names_a_case() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &satisfaction()).unwrap().id;
    count(&mut file, &id, &counted(5, 4, &[])).unwrap();
    let refused = count(&mut file, &id, &counted(0, 2, &[]));
    assert!(matches!(refused, Err(Error::MoreReturned)));
    let refused = count(
        &mut file,
        &id,
        &counted(5, 2, &[("I am RI-26-B7K-0001", 1)]),
    );
    assert!(matches!(refused, Err(Error::CaseNumberInText { .. })));
    let refused = count(&mut file, &id, &counted(5, 2, &[("yes", 3)]));
    assert!(matches!(refused, Err(Error::NumberOutOfRange { .. })));
    assert_eq!(list(&file).unwrap()[0].returned, 4);
}

#[test]
fn an_assessment_gathers_surveys_and_findings() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let survey = create(&mut file, &satisfaction()).unwrap().id;
    let form = AssessmentForm {
        campaign: "What the west county lacks".to_owned(),
        scope: "Transport, night shelter".to_owned(),
        method: "forum".to_owned(),
        began_on: "2026-02-01".to_owned(),
        ended_on: None,
        survey_ids: Vec::new(),
        findings: String::new(),
    };
    let id = create_assessment(&mut file, &form).unwrap().id;
    let shown = assessments(&file).unwrap().remove(0);
    let found = AssessmentForm {
        survey_ids: vec![survey.clone()],
        findings: "No ride after six.".to_owned(),
        ended_on: Some("2026-03-01".to_owned()),
        ..form.clone()
    };
    edit_assessment(&mut file, &id, &found, &shown.seen).unwrap();
    assert_eq!(assessments(&file).unwrap()[0].form, found);
    let reversed = AssessmentForm {
        ended_on: Some("2026-01-31".to_owned()),
        ..form
    };
    let refused = create_assessment(&mut file, &reversed);
    assert!(matches!(
        refused,
        Err(Error::DatesReversed { field: "ended_on" })
    ));
}
