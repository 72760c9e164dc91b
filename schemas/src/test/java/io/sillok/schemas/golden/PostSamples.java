package io.sillok.schemas.golden;

import static io.sillok.schemas.golden.Given.POST;

import io.sillok.schemas.catalog.PostCommand;
import io.sillok.schemas.catalog.PostEvent;
import io.sillok.schemas.envelope.BoundaryKey;
import io.sillok.schemas.envelope.Subject;
import java.util.List;

/// Commands and events of posts.
final class PostSamples {

    private static final Subject SUBJECT = POST.subject();
    private static final BoundaryKey KEY = BoundaryKey.of(SUBJECT);
    private static final String TITLE = "첫 출근 후기 ✨";
    private static final String TYPED =
            "<p onclick=\"x()\">설렌다 <strong>정말</strong> 🙂</p><script>1</script>";
    private static final String CLEAN = "<p>설렌다 <strong>정말</strong> 🙂</p>";

    private PostSamples() {}

    static List<Sample> all() {
        return List.of(
                full(new PostCommand.Publish(POST, TITLE, TYPED)),
                full(new PostCommand.Edit(POST, TITLE, "a < b\n\"c\"")),
                full(new PostCommand.Retract(POST)),
                event(new PostEvent.Published(POST, TITLE, CLEAN, Given.EDITOR.id())),
                event(new PostEvent.Edited(POST, TITLE, "a &lt; b\n\"c\"")),
                event(new PostEvent.Retracted(POST)));
    }

    private static Sample full(PostCommand command) {
        return Given.full("full", KEY, SUBJECT, command);
    }

    private static Sample event(PostEvent event) {
        return Given.event("full", KEY, SUBJECT, event);
    }
}
