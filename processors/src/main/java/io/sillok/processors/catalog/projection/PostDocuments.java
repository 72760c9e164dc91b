package io.sillok.processors.catalog.projection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sillok.processors.engine.projection.Findable;
import io.sillok.processors.engine.projection.SearchDocuments;
import io.sillok.schemas.catalog.Post;
import java.text.Normalizer;
import org.jsoup.Jsoup;

/// Posts as they can be found, by what a reader sees of them; a retracted one as a tombstone.
final class PostDocuments implements SearchDocuments<Post> {

    private static final String TYPE = "post";

    @Override
    public Class<Post> type() {
        return Post.class;
    }

    @Override
    public long version(Post post) {
        return post.version();
    }

    @Override
    public Rendering render(Post post) {
        return new Rendering.Fields(
                post.retracted()
                        ? Findable.tombstone(TYPE, post.createdAt(), post.updatedAt())
                        : findable(post));
    }

    private static ObjectNode findable(Post post) {
        return Findable.of(TYPE, post.title(), post.createdAt(), post.updatedAt())
                .with("text", read(post.content()))
                .with("owner", post.author())
                .document();
    }

    private static String read(String html) {
        String text = Jsoup.parseBodyFragment(html).body().wholeText().strip();
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
